"""The command line."""

from letters.cli.app import main

__all__ = ["main"]
