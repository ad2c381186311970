"""The text and its parts: the reading copy, lines, blocks, tables, the tree that a text is. Knows no documents."""
