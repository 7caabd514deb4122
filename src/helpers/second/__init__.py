"""A model as second reader: what it is asked, what of its answers holds, and the answers that are kept."""
