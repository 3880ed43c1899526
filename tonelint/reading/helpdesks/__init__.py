"""Helpdesks: which values of a product's macros, exports and threads are texts for customers."""
