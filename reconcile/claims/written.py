"""A claim in, one readable sentence out: who did or is what, with the words at issue marked."""

from __future__ import annotations

from reconcile.model import Argument, Claim, Clause, Span


def sentence_of(claim: Claim) -> str:
    """The claim as a sentence: "Kwon will visit South Korea on Thursday [date]"."""
    clause = claim.clause
    if claim.kind == "quote":
        return f"{clause.speaker or 'Someone'} said: “{claim.focus.text}” [quote]"
    if claim.kind == "role":
        holder = f"{clause.subject.text} is " if clause.subject is not None else ""
        return f"{holder}{claim.focus.text} [role]"
    if claim.kind == "polarity":
        statement = _statement(clause, claim.focus.span, claim.focus.text)
    else:
        statement = _statement(clause, clause.predicate_span)
    sentence = _with_focus(statement, claim)
    return f"{sentence}, says {clause.speaker}" if clause.speaker else sentence


def _statement(clause: Clause, span: Span, predicate: str = "") -> str:
    """Subject, predicate, arguments in this order; ``span`` is where the predicate stands."""
    ordered = [clause.subject.text] if clause.subject is not None else []
    ordered.append(predicate or clause.predicate_text or _copula(clause))
    ordered += [_words(a) for a in clause.arguments if not _inside(a, span)]
    return " ".join(" ".join(text.split()) for text in ordered if text)


def _copula(clause: Clause) -> str:
    return "is" if clause.subject is not None and clause.predicate == "be" else ""


def _inside(argument: Argument, span: Span) -> bool:
    """Whether an argument is already among the words of the predicate."""
    return span.start <= argument.start and argument.end <= span.end


def _words(argument: Argument) -> str:
    plain = ("subject", "object", "complement", "adverbial")
    role = "" if argument.role in plain else "by" if argument.role == "agent" else argument.role
    return f"{role} {argument.text}".strip()


def _with_focus(sentence: str, claim: Claim) -> str:
    """The sentence with the kind behind the words at issue, which are added where they lack."""
    focus = " ".join(claim.focus.text.split())
    mark = f"[{claim.kind}]"
    at = sentence.find(focus)
    if at < 0:
        return f"{sentence}: {focus} {mark}" if sentence else f"{focus} {mark}"
    end = at + len(focus)
    return f"{sentence[:end]} {mark}{sentence[end:]}"
