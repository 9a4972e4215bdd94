"""The archive in the browser: Datasette, with the pages of the originals, boxes drawn on them, and review.

`site_of` makes it; `serve` runs it. Needs the extra `web`.
"""

from pipeline.web.site import Site, serve, site_of

__all__ = ["Site", "serve", "site_of"]
