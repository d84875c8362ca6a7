"""``medborgarloften format``: documents laid out in one way."""

from __future__ import annotations

from argparse import Namespace

from medborgarloften.cli._output import complain
from medborgarloften.cli._progress import steps
from medborgarloften.cli._saying import Words
from medborgarloften.errors import InvalidDocument
from medborgarloften.serializers.formatting import files_in, format_file

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Lay out each file that is right, and tell what is wrong with the others."""
    changed = faulty = 0
    files = [each for name in options.files for each in files_in(name)]
    for file in steps(files, say("busy.formatting")):
        try:
            is_changed = format_file(file, write=not options.check)
        except InvalidDocument as error:
            faulty += 1
            for problem in error.problems:
                found = problem.in_language(say.language)
                complain(say("refusal.problem", file=file, problem=found))
            continue
        if is_changed:
            changed += 1
            key = "format.would_change" if options.check else "format.changed"
            complain(say(key, file=file))
    return 1 if faulty or (options.check and changed) else 0
