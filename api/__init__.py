"""Floor 4: how others ask. Command line, HTTP and the SPARQL protocol; the one place where the floors are joined."""
