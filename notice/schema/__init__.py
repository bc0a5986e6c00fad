"""The model described: what each key of the YAML is, as a page to read and as JSON Schemas for editors."""

from notice.schema.json_schema import KINDS, LARGEST_SCHEMA, is_schema, schemas
from notice.schema.page import page

__all__ = ["KINDS", "LARGEST_SCHEMA", "is_schema", "page", "schemas"]
