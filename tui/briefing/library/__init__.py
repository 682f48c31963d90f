"""A folder of briefings: scan, index, search, watch, and the journal of what was read."""
