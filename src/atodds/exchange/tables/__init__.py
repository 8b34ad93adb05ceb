"""Tables: the rows of a coded data set as claims of the recorder who made it. `table.py` is the way in."""
