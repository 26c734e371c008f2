"""What is measured on the emulated switches of the Java tests, for it needs thousands of nodes or of states."""
