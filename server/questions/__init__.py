"""What sellers did not know and what customers remarked: asked on the phone, answered for everybody."""
