"""What a thing is: the nouns that cross the program's boundaries. Imports pydantic and nothing of ours."""
