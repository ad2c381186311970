"""What a document says of itself: above its body, in its signature block, in its lists of recipients."""
