"""Where quads are kept: in a folder or behind an endpoint, with the ledger of what was loaded, and as a file."""
