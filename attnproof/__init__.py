"""The command line: proves, prints, generates and verifies."""
