"""From witness graphs to resolved facts: what a change touches, what that means now, and what differs."""
