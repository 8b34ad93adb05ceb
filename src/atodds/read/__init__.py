"""Bytes -> documents -> the flow that is read: formats, re-flowing, page furniture, title, outlet, day of publication."""
