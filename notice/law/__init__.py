"""The law as dated tables: provisions, legal bases, rights, countries, transfers, authorities. No logic."""
