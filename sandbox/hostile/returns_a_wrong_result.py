# Hands the engine a list of files in which nothing is a file.
import sys

print(input(), flush=True)
frame = sys._getframe()
while frame is not None:
    if "HELD" in frame.f_globals:
        frame.f_globals["HELD"].written[7] = object()
    frame = frame.f_back
