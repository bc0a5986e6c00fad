"""What the owner of a new site answers, by option or in an interview, and the files that follow from it."""
