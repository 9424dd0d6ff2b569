"""The command line: options, commands, main; no logic."""
