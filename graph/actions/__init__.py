"""Answers about programmes and implementing actions."""
