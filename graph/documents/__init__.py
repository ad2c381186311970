"""Answers about documents: finding them, their pages, the sentences that prove, what contradicts."""
