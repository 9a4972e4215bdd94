"""Meetings typeset anew in house styles of our own, each with the answer that its print deserves."""
