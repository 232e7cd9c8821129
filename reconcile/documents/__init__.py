"""Word files in, their paragraphs out: for reading an article and for writing in its margin."""
