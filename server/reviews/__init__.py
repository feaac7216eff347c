"""Three neutral questions to customers, and what they answered."""
