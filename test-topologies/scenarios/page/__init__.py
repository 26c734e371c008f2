"""The web page without a controller: a network that is made up, the REST of it, and a browser."""
