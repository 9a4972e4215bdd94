"""What `scripts/bench` measures, and how: the files, one run over them, whole commands, the table."""
