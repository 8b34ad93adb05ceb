"""What stands around a figure: who says it, its scope, what neighbouring sentences add, what the report does with it."""
