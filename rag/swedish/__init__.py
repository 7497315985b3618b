"""Words and sentences of Swedish: how they are split, compared and recognised."""
