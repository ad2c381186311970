"""Floor 2: statements become quads; identity across documents, saved questions and chains. Knows nothing of files."""
