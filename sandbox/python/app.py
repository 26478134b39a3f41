"""The guest side of the Python pack: runs one submission as `__main__` in a snapshot.

This file is executed once, while the pack is prepared; the memory of the
interpreter after that is what every fresh sandbox starts from. It must come
out the same on every machine: nothing here may depend on the time, on the
host's folders or on the order in which the host lists them.
"""

import asyncio.selector_events
import asyncio.unix_events
import atexit
import builtins
import concurrent.futures.thread
import gc
import importlib._bootstrap
import importlib.abc
import importlib.machinery
import io
import linecache
import marshal
import os
import random
import selectors
import sys
import threading
import time
import traceback
import types
import warnings
import zlib

import wit_world

# Functions defined from here on look their builtins up in this copy, which no submission changes.
__builtins__ = dict(vars(builtins))

LIBRARY = "/python"

# Already loaded in every sandbox, because interview solutions import them.
EAGER = """
abc argparse array ast base64 binascii bisect calendar cmath codecs collections collections.abc contextlib
copy csv dataclasses datetime decimal difflib enum errno fractions functools gc hashlib heapq hmac html inspect
io ipaddress itertools json keyword logging math numbers operator os.path pathlib pickle pprint queue random re
secrets shlex stat statistics string struct tempfile textwrap threading time timeit traceback types typing
unicodedata unittest urllib.parse uuid warnings weakref zlib zoneinfo
""".split()

# Parts of the library that cannot work here or are of no use: no windows, no tests, no build tools, no network servers.
LEFT_OUT = (
    "test", "idlelib", "tkinter", "turtledemo", "turtle", "ensurepip", "pydoc_data", "site-packages", "curses",
    "venv", "lib2to3", "config-", "__pycache__", "_pyrepl", "antigravity", "this",
)

# What the one program of a sandbox is given, what it made, and what of it is to be run.
HELD = types.SimpleNamespace(files={}, written={}, writable=None, stdout=None, work=None)


def execute(code, module):
    """Runs a module's code, with the builtins that all of a program shares."""
    vars(module)["__builtins__"] = builtins
    exec(code, vars(module))


class Library(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The rest of the standard library, compiled and kept in memory, since a sandbox has no files."""

    def __init__(self, root):
        self.packed = {}
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith(LEFT_OUT))
            for name in sorted(names):
                path = os.path.join(folder, name)
                module = os.path.relpath(path, root)[:-3].replace("/", ".")
                if name.endswith(".py") and not module.startswith(LEFT_OUT):
                    with open(path, "rb") as file:
                        code = compile(file.read(), path, "exec", dont_inherit=True)
                    package = name == "__init__.py"
                    module = module.removesuffix(".__init__") if package else module
                    self.packed[module] = (package, path, zlib.compress(marshal.dumps(code), 9))

    def find_spec(self, name, path=None, target=None):
        if name not in self.packed:
            return None
        package, file, _ = self.packed[name]
        spec = importlib.machinery.ModuleSpec(name, self, origin=file, is_package=package)
        spec.has_location = True
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        _, _, packed = self.packed[module.__name__]
        execute(marshal.loads(zlib.decompress(packed)), module)


class Submission(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The submission's own files, importable by their names."""

    def __init__(self, codes):
        self.codes = codes

    def find_spec(self, name, path=None, target=None):
        stem = name.replace(".", "/")
        for file, package in ((stem + ".py", False), (stem + "/__init__.py", True)):
            if file in self.codes:
                spec = importlib.machinery.ModuleSpec(name, self, origin=file, is_package=package)
                spec.has_location = True
                return spec
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        execute(self.codes[module.__spec__.origin], module)


class Created(io.BytesIO):
    """A file being written; its bytes are handed out when it is closed."""

    def __init__(self, name, start=b""):
        super().__init__()
        self.file = name
        self.write(start)
        HELD.written[name] = start

    def flush(self):
        super().flush()
        HELD.written[self.file] = self.getvalue()

    def close(self):
        if not self.closed:
            self.flush()
        super().close()


def opener(system_open):
    """`open` for a sandbox without a file system: it knows the job's files and nothing else."""

    def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
        if isinstance(file, int):
            return system_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
        name = os.path.normpath(os.fsdecode(file)).lstrip("/")
        if set(mode) & set("wax+"):
            if HELD.writable is None or not name.startswith(HELD.writable):
                raise OSError(30, "Read-only file system", file)
            raw = Created(name, HELD.written.get(name, b"") if "a" in mode else b"")
        elif name in HELD.written or name in HELD.files:
            raw = io.BytesIO(HELD.written.get(name, HELD.files.get(name)))
        else:
            raise FileNotFoundError(2, "No such file or directory", file)
        if "b" in mode:
            return raw
        return io.TextIOWrapper(raw, encoding or "utf-8", errors, newline)

    return open


def start_thread(thread):
    """A sandbox has one thread: a thread runs to its end when it is started."""
    if thread._started.is_set():
        raise RuntimeError("threads can only be started once")
    thread._started.set()
    try:
        thread.run()
    except SystemExit:
        pass
    except BaseException:
        print(f"Exception in thread {thread.name}:", file=sys.stderr)
        report(*sys.exc_info())


def submit(executor, function, /, *arguments, **named):
    """A thread pool's work is done when it is handed in."""
    if executor._shutdown:
        raise RuntimeError("cannot schedule new futures after shutdown")
    future = concurrent.futures.Future()
    future.set_running_or_notify_cancel()
    try:
        future.set_result(function(*arguments, **named))
    except BaseException as error:
        future.set_exception(error)
    return future


class Idle(selectors._BaseSelectorImpl):
    """Waits for time to pass, since nothing else can happen in a sandbox."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("every task waits for something that cannot happen: nothing runs beside this program")
        if timeout > 0:
            time.sleep(timeout)
        return []


class EventLoop(asyncio.unix_events.SelectorEventLoop):
    """An event loop without the pipe to itself that threads and signals would wake it by."""

    def __init__(self, selector=None):
        super().__init__(selector or Idle())

    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass


def report(kind, error, trace):
    """Prints a traceback that begins in the submission's own file."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    traceback.print_exception(kind, error, trace)


def exit_code(error):
    """What `SystemExit` stands for, as the interpreter itself has it."""
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code if -(2**31) <= error.code < 2**31 else -1
    try:
        print(error.code, file=sys.stderr)
    except BaseException:
        pass
    return 1


def flush(streams):
    """Writes out what is still held back, as far as the submission left the streams open."""
    for stream in streams:
        if stream is not None and not getattr(stream, "closed", False):
            stream.flush()


def stream(descriptor, mode, errors):
    raw = io.FileIO(descriptor, mode, closefd=False)
    buffer = io.BufferedReader(raw, 65536) if mode == "r" else io.BufferedWriter(raw, 65536)
    return io.TextIOWrapper(buffer, "utf-8", errors, newline=None if mode == "r" else "\n")


class WitWorld(wit_world.WitWorld):
    def check(self, files):
        codes, said = {}, io.StringIO()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for file in files:
                if not file.name.endswith(".py"):
                    continue
                try:
                    codes[file.name] = compile(file.content, file.name, "exec", dont_inherit=True)
                except RecursionError:
                    raise wit_world.Err(f"{file.name}: nested too deeply to be compiled\n")
                except (SyntaxError, ValueError, OverflowError) as error:
                    raise wit_world.Err("".join(traceback.format_exception_only(error)))
        for warning in caught:
            said.write(f"{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n")
        return wit_world.Compiled(marshal.dumps(codes), said.getvalue())

    def load(self, main, code, files, entry):
        codes = marshal.loads(code)
        HELD.files.update((file.name, file.content) for file in files)
        for name in codes:
            lines = HELD.files.get(name, b"").decode("utf-8", "replace").splitlines(keepends=True)
            linecache.cache[name] = (len(lines), None, lines, name)
        sys.meta_path.insert(2, Submission(codes))
        sys.argv[:] = [main]
        sys.stdin = sys.__stdin__ = stream(0, "r", "surrogateescape")
        HELD.stdout = sys.stdout = sys.__stdout__ = stream(1, "w", "surrogateescape")
        sys.stderr = sys.__stderr__ = io.TextIOWrapper(
            io.FileIO(2, "w", closefd=False), "utf-8", "backslashreplace", newline="\n", write_through=True
        )
        builtins.open = io.open = opener(io.open)
        module = sys.modules["__main__"] = type(sys)("__main__")
        module.__file__ = main
        whole = lambda: execute(codes[main], module)
        if entry is None:
            HELD.work = lambda: (seed(), whole())
            return
        seed()
        status = attempt(whole)
        HELD.work = (lambda: module.__dict__[entry](HELD.files, Created)) if status is None else lambda: sys.exit(status)

    def run(self, files, arguments, writable):
        HELD.files.update((file.name, file.content) for file in files)
        HELD.writable = None if writable is None else writable.strip("/") + "/"
        sys.argv.extend(arguments)
        status, ended = attempt(HELD.work), attempt(end)
        status = (status or 0) if ended is None else ended
        created = [wit_world.File(name, content) for name, content in HELD.written.items()]
        return wit_world.Finished((status & 0xFF), created)


def seed():
    random.seed(int.from_bytes(os.urandom(16)))


def attempt(work):
    """Does a part of what the program does; its exit code, if it ended with that."""
    try:
        work()
    except SystemExit as error:
        return exit_code(error)
    except BaseException:
        report(*sys.exc_info())
        return 1


def end():
    """What the interpreter does at its end."""
    atexit._run_exitfuncs()
    flush((sys.stdout, HELD.stdout))


def settle():
    """Loads what is wanted at once, packs the rest, and forgets what this machine's files looked like."""
    for name in EAGER:
        try:
            __import__(name)
        except ImportError:
            pass
    library = Library(LIBRARY)
    sys.path[:] = [LIBRARY]
    sys.path_hooks.clear()
    sys.path_importer_cache.clear()
    sys.meta_path[:] = [importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter, library]
    if "logging" in sys.modules:
        sys.modules["logging"]._startTime = 0
    threading.Thread.start = start_thread
    threading.Thread.join = lambda thread, timeout=None: None
    threading.Thread.is_alive = lambda thread: False
    concurrent.futures.thread.ThreadPoolExecutor.submit = submit
    asyncio.unix_events._UnixDefaultEventLoopPolicy._loop_factory = EventLoop
    # What the loaded modules want done at the end is of no use to a sandbox that ends with the run.
    atexit._clear()
    linecache.clearcache()
    gc.collect()
    gc.freeze()


settle()
