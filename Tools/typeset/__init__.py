"""Typesets the project's own Corpus: one declarative source gives a PDF and its truth."""
