"""The addresses of the server, one room for each kind of visitor."""
