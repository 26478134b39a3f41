"""The host side of preparing the Python pack: builds the component with the pinned componentize-py.

Usage: prepare.py WHEEL_FOLDER WIT_FOLDER APP_FOLDER OUTPUT

The snapshot holds a hash seed that the interpreter drew while it started. So that every machine gets the same
one, the system's random numbers are made constant first, in this process only, which does nothing else.
"""

import ctypes
import mmap
import platform
import sys

# getrandom(buffer, length, flags) on x86-64: fill the buffer with sevens and return its length.
CONSTANT = bytes.fromhex("4889f1 4889f2 b007 f3aa 4889d0 c3")


def make_randomness_constant():
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    address = ctypes.cast(libc.getrandom, ctypes.c_void_p).value
    page = address & -mmap.PAGESIZE
    span = ctypes.c_size_t(address + len(CONSTANT) - page)
    read_write_execute = 7
    if libc.mprotect(ctypes.c_void_p(page), span, read_write_execute) == 0:
        ctypes.memmove(address, CONSTANT, len(CONSTANT))


def main():
    wheel, wit, app, output = sys.argv[1:]
    sys.path.insert(0, wheel)
    make_randomness_constant()
    from componentize_py import script

    sys.argv[:] = [
        "componentize-py", "-q", "-d", wit, "-w", "runner", "componentize", "app", "-p", app, "-o", output,
    ]
    return script()


if __name__ == "__main__":
    sys.exit(main())
