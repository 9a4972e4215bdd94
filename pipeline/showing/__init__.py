"""What a person or another program is shown: documents as lines, lists as tables, JSON, CSV or one a line.

Text of PDFs and file names is data: nothing in it can steer a terminal or a spreadsheet.
"""

from pipeline.showing.clean import for_json, for_spreadsheet, plain
from pipeline.showing.document import Line, lines_of
from pipeline.showing.lists import Form, List, write_findings, write_list

__all__ = [
    "Form",
    "Line",
    "List",
    "for_json",
    "for_spreadsheet",
    "lines_of",
    "plain",
    "write_findings",
    "write_list",
]
