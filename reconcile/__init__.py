"""Read news articles on one story and say where they agree, differ or conflict."""
