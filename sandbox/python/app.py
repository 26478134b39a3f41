"""The guest side of the Python pack: runs one submission as `__main__` in a snapshot.

This file is executed once, while the pack is prepared; the memory of the
interpreter after that is what every fresh sandbox starts from.
"""
import gc
import importlib.abc
import importlib.util
import io
import linecache
import marshal
import os
import pkgutil
import random
import sys
import traceback
import zlib

import wit_world

# Already loaded in every sandbox, because interview solutions import them.
EAGER = """
abc array ast base64 bisect calendar cmath collections collections.abc contextlib copy csv ctypes
dataclasses datetime decimal difflib enum fractions functools hashlib heapq hmac html inspect io
ipaddress itertools json logging math numbers operator os pathlib pprint queue random re secrets
shlex stat statistics string struct sys tempfile textwrap threading time timeit traceback types typing
unicodedata unittest urllib.parse uuid warnings weakref zlib zoneinfo
""".split()
for _name in EAGER:
    try:
        __import__(_name)
    except ImportError:
        pass

print(len(sys.modules), sys.path, sys.flags.hash_randomization, hash("abc"), sys.version, file=sys.stderr)

class WitWorld(wit_world.WitWorld):
    def run(self, source: bytes, name: str) -> int:
        namespace = {"__name__": "__main__", "__builtins__": __builtins__}
        try:
            exec(compile(source, name, "exec"), namespace)
            return 0
        except SystemExit as e:
            return 0 if e.code is None else int(e.code)
        except BaseException:
            traceback.print_exc()
            return 1
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
