"""Which references of all sources mean one document, and which one programme. Pure: knows no store and no RDF."""
