# The object that says how the run ended cannot be printed.
class Bad:
    def __str__(self):
        raise ValueError("no")


raise SystemExit(Bad())
