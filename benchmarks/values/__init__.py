"""The benchmark of the value reader: labelled texts in, found, right value and speed out."""
