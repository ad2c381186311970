"""Floor 2: bytes become words, words become mentions, mentions become statements. Knows nothing of graphs or pages."""
