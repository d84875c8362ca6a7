"""Plain data judged: objects of the model, or every fault with its place."""
