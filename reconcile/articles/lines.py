"""Lines in, the roles that the rules of lines.toml give them out; ``None`` where none speaks."""

from __future__ import annotations

from collections.abc import Container, Sequence

from reconcile.articles.blocks import is_bullet
from reconcile.articles.features import is_bar, is_prose
from reconcile.articles.vocabulary import LineRule, line_rules, meets
from reconcile.model import SegmentRole


def matching_rule(words: str, *, places: Container[str] = ("",)) -> LineRule | None:
    """The first rule of ``lines.toml`` that a line meets; ``places`` are those where it stands."""
    if len(words) > 1200:
        return None
    count = words.count(" ") + 1
    small = words.lower()
    for rule in line_rules():
        if count <= rule.max_words and rule.where in places and meets(rule, words, small):
            return rule
    return None


def ruled_roles(words: Sequence[str], lead: int) -> list[SegmentRole | None]:
    """The roles that the rules give, line by line; the first ``lead`` lines are the head."""
    roles: list[SegmentRole | None] = []
    under_heading = False
    for index, line in enumerate(words):
        places = ["", "head"] if index < lead else [""]
        if roles and roles[-1] == "furniture":
            places.append("furniture")
        rule = matching_rule(line, places=places)
        if rule is not None:
            roles.append(rule.role)
            under_heading = rule.opens
        elif is_bar(line) or under_heading and not _ends_list(line):
            roles.append("furniture")
        else:
            under_heading = False
            roles.append(None)
    return roles


def _ends_list(line: str) -> bool:
    """Whether a line cannot be one of the links under a heading."""
    return is_prose(line) and not is_bullet(line)
