"""Calls a submission's function or class as `/assay/call` says, and writes what comes of it to `/assay/results/log`.

The submission is loaded when this file is, before there is a call; `main` makes the call.

Only the descriptor below differs from one challenge to another. What is used of the interpreter is kept aside before
the submission is loaded. The submission could write the log itself: it would gain nothing, as no answer is in here.
"""

import builtins
import itertools
import sys
import time
import traceback

INTERFACE = ["interface"]

# Functions defined from here on look their builtins up in this copy.
__builtins__ = dict(vars(builtins))

FILE, RECORDS, ITEM = INTERFACE
FIELDS = {name: fields for name, fields in RECORDS}
NUMBERS = {"int": int, "bigint": int, "float": float}
SHOWN_ERRORS = 10
LONGEST_MESSAGE = 4096

# Errors that tell of a mistake in the program. Classes derived from them are the submission's own, and meant.
MISTAKES = {
    NameError, UnboundLocalError, AttributeError, TypeError, NotImplementedError, RecursionError, MemoryError,
    ImportError, ModuleNotFoundError, SyntaxError, IndentationError, SystemError,
}


class Mismatch(Exception):
    """A value is not of the type it should be of; says what it is."""


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(1)


# Arguments are read from the lines of the call. Strings may have line ends in them, and then have several lines.


def read(shape, lines):
    kind = shape[0]
    if kind == "int" or kind == "bigint":
        return int(next(lines))
    if kind == "bool":
        return next(lines) == b"T"
    if kind == "float":
        return float(next(lines))
    if kind == "string":
        return read_bytes(lines).decode()
    if kind == "bytes":
        return read_bytes(lines)
    if kind == "optional":
        return read(shape[1], lines) if next(lines) == b"1" else None
    if kind == "tuple":
        return tuple([read(item, lines) for item in shape[1:]])
    if kind == "record":
        return make_record(shape[1], [read(field[1], lines) for field in FIELDS[shape[1]]])
    count = int(next(lines))
    if kind == "map":
        return {read(shape[1], lines): read(shape[2], lines) for _ in range(count)}
    item = shape[1]
    if item[0] in NUMBERS:
        items = list(map(NUMBERS[item[0]], itertools.islice(lines, count)))
    else:
        items = [read(item, lines) for _ in range(count)]
    return set(items) if kind == "set" else items


def read_bytes(lines):
    length = int(next(lines))
    parts = [next(lines)]
    read = len(parts[0])
    while read < length:
        parts.append(next(lines))
        read += 1 + len(parts[-1])
    return b"\n".join(parts)


def read_all(shapes, lines):
    return [read(shape, lines) for shape in shapes]


# Results are checked and written in one go.


def write(shape, value, out):
    kind = shape[0]
    if kind == "bool":
        expect(type(value) is bool, value)
        out.append(b"T\n" if value else b"F\n")
    elif kind == "int" or kind == "bigint":
        expect(isinstance(value, int) and type(value) is not bool, value)
        if kind == "int" and not -(2**63) <= value < 2**63:
            raise Mismatch("int beyond 64 bits")
        out.append(int.__repr__(value).encode() + b"\n")
    elif kind == "float":
        out.append(float_text(value))
    elif kind == "string":
        expect(isinstance(value, str), value)
        try:
            text = str.encode(value, "utf-8")
        except UnicodeEncodeError:
            raise Mismatch("str that is not valid Unicode") from None
        out.append(b"%d\n%b\n" % (len(text), text))
    elif kind == "bytes":
        expect(isinstance(value, (bytes, bytearray)), value)
        out.append(b"%d\n%b\n" % (len(value), bytes(value)))
    elif kind == "list":
        expect(isinstance(value, (list, tuple)), value)
        write_items(shape[1], list(value), out)
    elif kind == "set":
        expect(isinstance(value, (set, frozenset)), value)
        write_items(shape[1], list(value), out)
    elif kind == "map":
        expect(isinstance(value, dict), value)
        entries = list(dict.items(value))
        out.append(b"%d\n" % len(entries))
        for key, item in entries:
            write(shape[1], key, out)
            write(shape[2], item, out)
    elif kind == "optional":
        out.append(b"0\n" if value is None else b"1\n")
        if value is not None:
            write(shape[1], value, out)
    elif kind == "tuple":
        expect(isinstance(value, (list, tuple)) and len(value) == len(shape) - 1, value)
        for item, part in zip(shape[1:], list(value)):
            write(item, part, out)
    elif kind == "record":
        expect(isinstance(value, CLASSES[shape[1]]), value)
        for field, item in FIELDS[shape[1]]:
            if not hasattr(value, field):
                raise Mismatch(f"{shape[1]} without {field}")
            write(item, getattr(value, field), out)


def write_items(shape, items, out):
    out.append(b"%d\n" % len(items))
    if shape[0] == "int" and set(map(type, items)) == {int} and -(2**63) <= min(items) and max(items) < 2**63:
        # Long lists of plain integers are common, and this is much faster.
        out.append(("\n".join(map(int.__repr__, items)) + "\n").encode())
        return
    for item in items:
        write(shape, item, out)


def float_text(value):
    expect(isinstance(value, (float, int)) and type(value) is not bool, value)
    try:
        text = float.__repr__(float(value))
    except OverflowError:
        raise Mismatch("int beyond float") from None
    return {"nan": b"NaN", "inf": b"Infinity", "-inf": b"-Infinity"}.get(text, text.encode()) + b"\n"


def expect(fits, value):
    if not fits:
        raise Mismatch(describe(value))


def describe(value, depth=0):
    """The type of a value as an annotation; of what it holds, only the first few items are looked at."""
    name = "None" if value is None else type.__dict__["__name__"].__get__(type(value))[:60]
    if depth == 3 or type(value) not in (list, tuple, set, frozenset, dict) or not value:
        return name
    if type(value) is dict:
        keys, values = (union(part, depth) for part in (value.keys(), value.values()))
        return f"{name}[{keys}, {values}]"
    if type(value) is tuple and len(value) <= 4:
        return f"{name}[{', '.join(describe(item, depth + 1) for item in value)}]"
    return f"{name}[{union(value, depth)}]"


def returned(value, wrong):
    """What was returned, of which a part is wrong; a part that the description of all shows is not named again."""
    whole = describe(value)
    if wrong.startswith(whole):
        return wrong
    return whole if wrong in whole else f"{wrong} inside {whole}"


def union(items, depth):
    kinds = []
    for item in itertools.islice(items, 20):
        kind = describe(item, depth + 1)
        if kind not in kinds:
            kinds.append(kind)
    return " | ".join(kinds[:3] + ["…"] * (len(kinds) > 3))


# The submission: its module, and the records and the function or class in it.


def load():
    stem = FILE.removesuffix(".py")
    for finder in sys.meta_path:
        spec = finder.find_spec(stem, None)
        if spec is not None and spec.has_location and spec.origin.endswith(FILE):
            module = type(sys)(stem)
            module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
            sys.modules[stem] = module
            try:
                spec.loader.exec_module(module)
            except SystemExit:
                raise
            except BaseException as error:
                show(error)
                sys.exit(1)
            return module
    fail(f"{FILE} was not found")


class OwnRecord:
    """A record that the submission does not define."""

    def __init__(self, *values):
        for (field, _), value in zip(FIELDS[type(self).__name__], values):
            setattr(self, field, value)

    def __eq__(self, other):
        return type(other) is type(self) and vars(self) == vars(other)

    def __hash__(self):
        return hash(tuple(vars(self).values()))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def record_class(module, name):
    found = getattr(module, name, None)
    return found if isinstance(found, type) else type(name, (OwnRecord,), {})


def make_record(name, values):
    try:
        return CLASSES[name](*values)
    except Exception as error:
        show(error)
        fields = ", ".join(field for field, _ in FIELDS[name])
        fail(f"{FILE}: {name} cannot be made of ({fields})")


def defined(module, name, what, signature):
    found = getattr(module, name, None)
    if not callable(found):
        fail(f"{FILE} defines no {what} `{name}` ({signature})")
    return found


# Calling.


def show(error):
    """Prints the trace of an error without the frames that led into the submission."""
    trace = error.__traceback__
    while trace is not None and not trace.tb_frame.f_code.co_filename.endswith(FILE):
        trace = trace.tb_next
    if trace is None:
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_globals is globals():
            trace = trace.tb_next
    try:
        print_exception(type(error), error, trace)
    except BaseException:
        pass


def raised(error):
    """The record of an error."""
    global errors
    errors += 1
    try:
        message = str(error)[:LONGEST_MESSAGE].encode("utf-8", "backslashreplace")
    except BaseException:
        message = b"(its message cannot be had)"
    kind = describe(error).encode("utf-8", "backslashreplace")
    # An error without a frame of the submission's comes from the call itself, as when arguments are too many.
    trace = error.__traceback__
    within = trace is not None and trace.tb_next is not None
    if errors <= SHOWN_ERRORS:
        show(error)
    tag = b"X" if type(error) in MISTAKES or not within else b"E"
    return b"%b %d %d\n%b\n%b\n" % (tag, len(kind), len(message), kind, message)


def call(function, arguments, result):
    """The record of one call, and what it returned."""
    try:
        value = function(*arguments)
    except SystemExit:
        raise
    except BaseException as error:
        return raised(error), None
    if result == ["nothing"]:
        return b"R\n", value
    out = [b"R\n"]
    set_digits(0)
    try:
        write(result, value, out)
    except Mismatch as mismatch:
        actual = returned(value, str(mismatch))[:200].encode("utf-8", "backslashreplace")
        return b"T %d\n%b\n" % (len(actual), actual), value
    except SystemExit:
        raise
    except BaseException as error:
        return raised(error), value
    finally:
        set_digits(digits)
    return b"".join(out), value


def run_function(module, lines, log):
    name, signature, parameters, result = ITEM[1]
    function = defined(module, name, "function", signature)
    set_digits(0)
    arguments = read_all(parameters, lines)
    set_digits(digits)
    log.write(call(function, arguments, result)[0])


def run_class(module, lines, log):
    _, name, constructor, methods = ITEM
    made = defined(module, name, "class", f"class {name}")
    set_digits(0)
    arguments = read_all(constructor[2], lines)
    steps = []
    for _ in range(int(next(lines))):
        line = next(lines)
        if line.startswith(b"z"):
            steps.append((None, int(line[2:])))
        else:
            method = methods[int(line)]
            steps.append((method, read_all(method[2], lines)))
    set_digits(digits)
    record, thing = call(made, arguments, ["nothing"])
    log.write(record)
    if record != b"R\n":
        return
    for method, signature, _, _ in methods:
        if not callable(getattr(thing, method, None)):
            fail(f"{FILE}: class {name} has no method `{method}` ({signature})")
    for method, arguments in steps:
        if method is None:
            sleep(arguments / 1000)
        else:
            log.write(call(getattr(thing, method[0]), arguments, method[3])[0])


def main(files, create):
    lines = iter(files["assay/call"].split(b"\n"))
    with create("assay/results/log") as log:
        run = run_function if ITEM[0] == "function" else run_class
        run(MODULE, lines, log)


errors = 0
sleep, print_exception = time.sleep, traceback.print_exception
set_digits, digits = sys.set_int_max_str_digits, sys.get_int_max_str_digits()
MODULE = load()
CLASSES = {name: record_class(MODULE, name) for name in FIELDS}
