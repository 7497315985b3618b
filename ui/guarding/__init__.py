"""Say who a visitor is, what they may do and see, how often; keep a log of what they did."""
