"""Suspicions across sources, as facts of the resolved graph: each a node that hangs on the document it doubts.

- `nodes`: how a suspicion is written, and what of one document by itself can hardly be right;
- `series`: numbers out of order, decided anew for each series that a load touches;
- `order`: what speaks of younger documents, decided anew for each document whose statements or dates a load touches.

The result depends on the witnesses alone, not on the order in which they came.
"""
