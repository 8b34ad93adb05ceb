"""The command `atodds`: one file for each group of commands; they print, and decide nothing."""
