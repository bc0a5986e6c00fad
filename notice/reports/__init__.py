"""Findings, told: one module for each form."""
