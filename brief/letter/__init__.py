"""A document is taken apart into its letters: parts, people, dates, lists, authorities."""
