# What is flushed at the end of the run fails.
import sys


class Bomb:
    def write(self, text):
        return len(text)

    def flush(self):
        raise RuntimeError("boom")


print(input(), flush=True)
sys.stdout = Bomb()
