"""Counts and ties -> pictures: static SVG, labelled, linked, readable without a script.

Colours come from the style sheet by class, so that dark mode and paper need nothing here; every
position is computed from the data alone.
"""
