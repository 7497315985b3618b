"""Put on the page what several pages share, and hear what is done to it."""
