"""The whole product: the embedded controller with the app, campus, and real traffic."""
