"""What the project's sample corpus is made of: text, typesetting and the answers, from the same data."""
