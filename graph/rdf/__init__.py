"""RDF as the engine speaks it, beside plain values: terms, the texts of queries, tables of answers."""
