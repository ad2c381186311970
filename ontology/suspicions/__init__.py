"""Suspicions: what is stated once, contradicts no other statement, and yet can hardly be right.

Pure rules over plain values, for one text (`loaders`) and for all sources together (`graph`). A false alarm costs more
trust than a slip that stays unseen, so every rule is silent where the evidence has two readings.

- `dates`: partial dates compared, day and month swapped, a year that the number contradicts;
- `symbols`: a type word that its symbol contradicts, codes that do not exist;
- `series`: a number whose date does not fit between its neighbours; `pace`: about which day a number comes;
- `numbers`: one act under two numbers, and a number that its day tells to be another;
- `titles`, `laws`: titles and names that cannot be of one document;
- `order`: a document that acts on a younger one.
"""
