"""Broken and hostile PDFs, made from whole ones: by bytes, by structure, and by hand."""
