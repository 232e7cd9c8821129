"""The parts of the page that an editor reads in a terminal."""
