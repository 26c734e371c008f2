"""What becomes of the sessions of real programs when their node moves, and what is promised to them."""
