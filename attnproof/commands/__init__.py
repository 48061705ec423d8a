"""What each command does; `attnproof.cli` says how it is called."""
