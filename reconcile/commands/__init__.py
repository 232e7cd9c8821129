"""The commands by name, one a module, in the order of the help; and what their exit status says."""

from typing import Final

#: each is a module here that holds a click command of the same name
COMMANDS: Final = ("compare", "check", "diff", "accept", "extract", "value")

FOUND_NOTHING, FOUND_SOMETHING, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
