"""Floor 3: how people look. Answers of the graph become drawings, pages, sheets and printed trees."""
