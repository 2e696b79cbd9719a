"""The exit codes."""

CLEAN, PROBLEMS, USAGE, UNWRITTEN = 0, 1, 2, 3

# Those that shells give for the signals SIGINT and SIGPIPE.
INTERRUPTED, CLOSED = 130, 141
