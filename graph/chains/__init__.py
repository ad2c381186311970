"""Answers along chains: what a document rests on, what carries it out, and a plan beside its reports."""
