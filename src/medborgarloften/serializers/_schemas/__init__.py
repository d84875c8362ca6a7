"""JSON Schemas, made from the model's classes and their rules."""
