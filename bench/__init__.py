"""What the shop promises, measured: each module holds one promise against a named peer or a limit, in one run."""
