"""What the reader can do: one class each."""
