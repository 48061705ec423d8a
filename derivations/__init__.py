"""The mathematics: the index algebra, the proof checker, and the chapters of theorems."""
