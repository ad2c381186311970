"""Saved questions, and answers to those that no query can give alone."""
