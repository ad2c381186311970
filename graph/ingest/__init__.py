"""Witnesses into the store, in batches, together with everything derived from them."""
