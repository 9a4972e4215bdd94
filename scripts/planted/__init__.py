"""Invented pages with private words among look-alikes, written before the rules that find them were tuned."""
