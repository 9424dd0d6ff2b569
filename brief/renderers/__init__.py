"""A `Report` becomes a page, a file or a list: one module per form."""
