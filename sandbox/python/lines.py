"""Runs a submission and notes on which of its lines the units go.

It stands in for the main file in a run that is profiled. The clock of a sandbox shows the units spent, so it is read
as each line of the submission's own files begins; what this file itself needs in between is left out, and what the
library needs belongs to the line that called it. Stacks, lines and costs go to standard error, where the program's
own messages do not go then:

    node ID PARENT FILE LINE NAME   a line, called from the line PARENT, seen for the first time and now begun
    cost ID NANOSECONDS             what was spent on it until now
    at ID                           the line that is now begun
    end                             the program has ended, or used up what it may
"""

import builtins
import io
import os
import sys
import time

DEPTH = 64
NODES = 5000
TOOL = 3


class Silence(io.TextIOBase):
    """Takes what is written and forgets it."""

    def writable(self):
        return True

    def write(self, text):
        return len(text)


def run():
    clock, write, leave = time.perf_counter_ns, os.write, os._exit
    monitoring, events = sys.monitoring, sys.monitoring.events
    main, budget, entry, *own = sys.argv[1:]
    budget = int(budget)
    sys.argv[:] = [main]
    sys.stderr = sys.__stderr__ = Silence()
    codes = next(finder.codes for finder in sys.meta_path if type(finder).__name__ == "Submission")
    module = sys.modules["__main__"] = type(sys)("__main__")
    module.__dict__.update(__builtins__=builtins, __file__=main)

    costs, changed = [0], set()
    tables = {}  # (node, code's id) -> {line: node}
    files = {}  # code's id -> its file's place among the submission's own
    stack = []  # what was current in each caller: (table, node, code's id)
    table, node, running = {}, 0, 0
    overhead = total = last = 0
    step = mark = budget // 16 + 1

    def charge(now):
        nonlocal total, mark
        spent = now - last - overhead
        if spent > 0:
            costs[node] += spent
            changed.add(node)
            total += spent
            if total >= mark:
                mark = total + step
                report(total >= budget)

    def report(ended):
        lines = [f"cost {number} {costs[number]}\n" for number in sorted(changed)]
        changed.clear()
        write(2, "".join(lines).encode() + (b"end\n" if ended else b""))
        if ended:
            leave(0)

    def begin(code, line):
        if len(costs) >= NODES:
            return node
        number = len(costs)
        costs.append(0)
        table[line] = number
        parent = stack[-1][1] if stack else 0
        name = code.co_qualname.encode("utf-8", "backslashreplace")
        write(2, b"node %d %d %d %d %b\n" % (number, parent, files[id(code)], line, name))
        return number

    def on_line(code, line):
        nonlocal node, last
        before = mark
        charge(clock())
        node = table.get(line) or begin(code, line)
        if mark != before:
            write(2, b"at %d\n" % node)
        last = clock()

    def on_start(code, *_):
        nonlocal table, running, last
        charge(clock())
        which = id(code)
        stack.append((table, node, running))
        # A function that calls itself stays at its place, and very deep calls share one.
        if which != running:
            table = tables.setdefault((node if len(stack) <= DEPTH else -1, which), {})
        running = which
        last = clock()

    def on_end(code, *_):
        nonlocal table, node, running, last
        charge(clock())
        if running == id(code) and stack:
            table, node, running = stack.pop()
        last = clock()

    def on_unwind(code, *_):
        if id(code) in files:
            on_end(code)

    def on_throw(code, *_):
        if id(code) in files:
            on_start(code)

    def watch(code, file):
        files[id(code)] = file
        local = events.LINE | events.PY_START | events.PY_RESUME | events.PY_RETURN | events.PY_YIELD
        monitoring.set_local_events(TOOL, code, local)
        for constant in code.co_consts:
            if type(constant) is type(code):
                watch(constant, file)

    monitoring.use_tool_id(TOOL, "assay")
    trial = compile("pass\n" * 40, "", "exec")
    monitoring.register_callback(TOOL, events.LINE, on_line)
    files[id(trial)] = 0
    monitoring.set_local_events(TOOL, trial, events.LINE)
    emit, write = write, lambda descriptor, text: None
    last, mark = clock(), 1 << 62
    exec(trial, {})
    # What a line costs that does nothing is what it costs to watch one.
    overhead = min(costs[2:-1])
    monitoring.set_local_events(TOOL, trial, 0)
    write, mark = emit, step
    total = node = 0
    costs[:] = [0]
    changed.clear()
    files.clear()
    table, tables[0, 0] = {}, trial

    for name, code in codes.items():
        if name in own:
            watch(code, own.index(name))
    for kinds, callback in (
        (("PY_START", "PY_RESUME"), on_start),
        (("PY_RETURN", "PY_YIELD"), on_end),
        (("PY_UNWIND",), on_unwind),
        (("PY_THROW",), on_throw),
    ):
        for kind in kinds:
            monitoring.register_callback(TOOL, getattr(events, kind), callback)
    monitoring.set_events(TOOL, events.PY_UNWIND | events.PY_THROW)

    def leave_early(status):
        charge(clock())
        report(True)

    try:
        os._exit = leave_early
        last = clock()
        exec(codes[main], module.__dict__)
        if entry:
            # What the sandbox holds for whoever makes a call.
            sandbox = open.__globals__
            module.__dict__[entry](sandbox["HELD"].files, sandbox["Created"])
    except BaseException:
        pass
    finally:
        charge(clock())
        os._exit = leave
        monitoring.set_events(TOOL, 0)
        report(True)


run()
