"""The merchandiser's products: found, shown with every fact, changed by form or in bulk as a batch like any other."""
