"""Floor 1: what things are. The vocabulary, the domain tables, identity, and the records that flow through the house.

Imports nothing of the house. Domain knowledge lives in `ontology/data/` as tables whose rows test themselves.
"""
