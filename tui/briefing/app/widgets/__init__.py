"""The panes, bars and fields that the screens are made of."""
