"""Files and folders: which format they have, and reading and replacing them whole."""
