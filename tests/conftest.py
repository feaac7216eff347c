"""What every storey of tests shares."""
