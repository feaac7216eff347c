"""Photos: taken in, made small and harmless, matched to pieces, served by the hash of their content."""
