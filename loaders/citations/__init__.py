"""Mentions of documents: numbers, type words, names, and what follows them; each as it was seen."""
