"""One command of `motesminne` each: parse, call one function, print."""
