"""A document in which a lawyer or a translator reads a notice in all its languages side by side, and signs it."""
