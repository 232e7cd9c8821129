"""Every command and option is documented, and only those."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from reconcile import commands as statuses
from reconcile.cli import commands

PAGE = (Path(__file__).parents[2] / "docs" / "command.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## reconcile (\w+)[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))

COMMANDS = {
    name: command
    for name in commands.list_commands(click.Context(commands))
    if (command := commands.get_command(click.Context(commands), name)) is not None
}


def options_of(command: click.Command) -> list[click.Option]:
    return [each for each in command.params if isinstance(each, click.Option)]


def test_every_command_has_a_section() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_choice_is_documented(name: str) -> None:
    for option in options_of(COMMANDS[name]):
        for spelling in option.opts:
            assert f"`{spelling}" in SECTIONS[name]
            if isinstance(option.type, click.Choice):
                for choice in option.type.choices:
                    assert f"`{spelling} {choice}`" in SECTIONS[name]
            elif option.metavar:
                assert f"`{spelling} {option.metavar}`" in SECTIONS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    spelled = (each for option in options_of(COMMANDS[name]) for each in option.opts)
    there = {each for each in spelled if each.startswith("--")}
    documented = set(re.findall(r"^\| `(--[\w-]+)", SECTIONS[name], re.M))
    assert documented == there


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    assert all(option.help for option in options_of(COMMANDS[name]))
    assert COMMANDS[name].help


def test_every_exit_status_is_documented() -> None:
    for status in (statuses.FOUND_NOTHING, statuses.FOUND_SOMETHING, statuses.COULD_NOT_RUN):
        assert f"| {status} |" in PAGE
