"""JSON Schemas of what the program writes; `python -m wenzhai.schema` makes them anew."""
