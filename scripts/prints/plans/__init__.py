"""Plans and memos typeset anew, each with its answer."""
