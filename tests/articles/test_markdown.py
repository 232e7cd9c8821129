"""Markdown: the text stays as it is; marks in front of a line are left out of its segment."""

from reconcile.articles import read_text

TEXT = """---
title: A bridge falls in Lund
date: 2025-06-11T15:12:00+02:00
---

# A bridge falls in Lund, 12 hurt

*By Ann Lee, Lund*

![The bridge on Tuesday](bridge.jpg)

**LUND, Sweden (ONA)** - A bridge fell on
Tuesday and hurt [12 people](http://x.example/),
police said on the same day in a statement.

## What happened

- 12 people were hurt
- 3 cars fell

> "I heard a roar," said Eva Berg, 44.

| Day | Hurt |
|-----|------|
| Tuesday | 12 |

```
code 123
```
"""


def test_markdown_page():
    article = read_text(TEXT, name="story.md")
    read = [
        (s.role, " ".join(article.text[s.start : s.end].split()))
        for s in article.segments
        if s.role != "furniture"
    ]
    assert article.text == TEXT
    assert article.id == "story"
    assert article.published.isoformat() == "2025-06-11T15:12:00+02:00"
    assert read == [
        ("headline", "A bridge falls in Lund, 12 hurt"),
        ("byline", "By Ann Lee, Lund"),
        ("caption", "The bridge on Tuesday"),
        ("dateline", "**LUND, Sweden (ONA)** -"),
        ("body", "A bridge fell on Tuesday and hurt [12 people](http://x.example/), police said on the "  # noqa: E501
                 "same day in a statement."),
        ("headline", "What happened"),
        ("body", "12 people were hurt"),
        ("body", "3 cars fell"),
        ("body", '"I heard a roar," said Eva Berg, 44.'),
        ("body", "| Day | Hurt |"),
        ("body", "| Tuesday | 12 |"),
    ]  # fmt: skip
