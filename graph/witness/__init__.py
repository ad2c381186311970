"""What one source says: its witness graph as quads, and its references, from the source or read back."""
