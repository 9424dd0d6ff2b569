"""Servers of the tests' own: real sockets on loopback, and their logs as the ground truth of what was asked."""
