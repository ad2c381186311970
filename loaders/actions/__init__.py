"""Programmes and implementing actions: who did what, when, with which result, to carry out which document."""
