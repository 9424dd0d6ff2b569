"""Everything that can answer a `Request`."""
