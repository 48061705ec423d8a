"""One folder a target language: a printer and its templates."""
