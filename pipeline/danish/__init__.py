"""How Danish minutes and plans are worded: patterns and readers of text, without pages or documents."""
