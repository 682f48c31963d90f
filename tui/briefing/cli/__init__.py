"""The commands of the shell; each imports what it runs when it runs."""
