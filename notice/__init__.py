"""Facts stated once in YAML become a lawful privacy notice in Finnish, Swedish and English."""

__version__ = "0.2.0"
