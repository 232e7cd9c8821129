"""Counts in, shares and F1 lines out; errors are kept beside them to be listed."""

from __future__ import annotations

from collections import defaultdict

from attrs import define, field


@define
class Share:
    """How many of how many."""

    right: int = 0
    total: int = 0

    def add(self, *, right: bool) -> None:
        self.right += right
        self.total += 1

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.share:7.3f}   {self.right} of {self.total}"


@define
class Overlap:
    """Precision and recall of two sets of stretches that should cover each other."""

    predicted: Share = field(factory=Share)
    gold: Share = field(factory=Share)

    @property
    def f1(self) -> float:
        precision, recall = self.predicted.share, self.gold.share
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __str__(self) -> str:
        precision, recall = self.predicted, self.gold
        return (
            f"F1 {self.f1:.3f}   precision {precision.share:.3f} ({precision.right} of"
            f" {precision.total})   recall {recall.share:.3f} ({recall.right} of {recall.total})"
        )


@define
class Shares:
    """Shares by name, with the errors that were met under each name."""

    shares: dict[str, Share] = field(factory=lambda: defaultdict(Share))
    errors: dict[str, list[str]] = field(factory=lambda: defaultdict(list))

    def add(self, name: str, *, right: bool, error: str = "") -> None:
        self.shares[name].add(right=right)
        if not right and error:
            self.errors[name].append(error)

    def total(self) -> Share:
        return Share(
            sum(share.right for share in self.shares.values()),
            sum(share.total for share in self.shares.values()),
        )

    def lines(self) -> list[str]:
        width = max((len(name) for name in self.shares), default=0)
        return [f"  {name:{width}} {share}" for name, share in sorted(self.shares.items())]

    def error_lines(self) -> list[str]:
        return [
            line
            for name, errors in sorted(self.errors.items())
            for line in (f"-- {name}: {len(errors)} errors", *(f"   {error}" for error in errors))
        ]


def window(text: str, start: int, end: int, *, margin: int = 45) -> str:
    """A stretch of text in its surroundings, on one line, marked off by guillemets."""
    before = text[max(0, start - margin) : start]
    after = text[end : end + margin]
    return f"{before}«{text[start:end]}»{after}".replace("\n", "/")
