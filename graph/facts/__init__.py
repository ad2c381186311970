"""What the graph of resolved facts says of one document, and of one programme."""
