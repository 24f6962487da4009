"""Measurements: each entry a function, run interleaved in one process, written to RESULTS.md."""
