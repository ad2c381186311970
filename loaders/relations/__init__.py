"""What one document does to another: phrases, how far they reach, changes and what they touch."""
