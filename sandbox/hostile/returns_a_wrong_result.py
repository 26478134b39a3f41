# Hands the engine a list of files in which nothing is a file.
import sys

print(input(), flush=True)
frame = sys._getframe()
while frame is not None:
    if isinstance(frame.f_locals.get("written"), dict):
        frame.f_locals["written"][7] = object()
    frame = frame.f_back
