"""The web page in a real browser, against a network that is made up."""
