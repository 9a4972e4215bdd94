"""The page that a person reads about plans through the years: one file, offline, in Danish or English."""

from pipeline.compare.report.page import Draw, title_of, write_page

__all__ = ["Draw", "title_of", "write_page"]
