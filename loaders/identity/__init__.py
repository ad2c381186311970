"""Which mentions of one text mean one document, what the text as a whole says of it, and what it leaves open."""
