"""Judges an order or a cycle: `check.py INPUT ANSWER FEEDBACK_DIR < OUTPUT`.

Exits with 42 to accept and 43 to reject. Everything is compared as bytes, so that no output can be too odd to read.
An output that is right although the answer file says the opposite is a fault of the challenge: exit code 1.
"""
import os
import sys


def shown(name):
    """A name fit for a message: cut, and without anything unprintable."""
    return ascii(name[:24])[1:] + ("..." if len(name) > 24 else "")


def read_graph(path):
    with open(path, "rb") as file:
        words = file.read().split()
    packages, count = int(words[0]), int(words[1])
    names = words[2 : 2 + packages]
    needs = words[2 + packages :]
    if len(names) != packages or len(set(names)) != packages or len(needs) != 2 * count:
        raise ValueError("the input is not what the statement says")
    return names, list(zip(needs[0::2], needs[1::2]))


def fault_of_order(order, names, needs):
    """What is wrong with the order: a message for the setter and one for the candidate. None if nothing is."""
    place = dict.fromkeys(names)
    for position, name in enumerate(order):
        if name not in place:
            return f"no package is called {shown(name)}", "the order names something that is not a package"
        if place[name] is not None:
            return f"{shown(name)} comes twice", "the order names a package twice"
        place[name] = position
    if len(order) != len(names):
        missing = next(name for name in names if place[name] is None)
        return f"{shown(missing)} is missing", "the order leaves a package out"
    for package, needed in needs:
        if place[needed] >= place[package]:
            return f"{shown(package)} needs {shown(needed)}", "the order has a package before one that it needs"
    return None


def fault_of_cycle(cycle, names, needs):
    """The same for a cycle."""
    if not cycle:
        return "the cycle is empty", "the cycle is empty"
    known = set(names)
    for name in cycle:
        if name not in known:
            return f"no package is called {shown(name)}", "the cycle names something that is not a package"
    if len(set(cycle)) != len(cycle):
        return "a package comes twice", "the cycle names a package twice"
    stated = set(needs)
    for package, needed in zip(cycle, cycle[1:] + cycle[:1]):
        if (package, needed) not in stated:
            return f"{shown(package)} does not need {shown(needed)}", "a package of the cycle does not need the next one"
    return None


def fault(output, names, needs):
    # One word more than a right output can have is enough to see that there are too many.
    words = output.split(None, len(names) + 1)
    if not words:
        return "the output is empty", "the output is empty"
    if len(words) > len(names) + 1:
        return f"there are more than {len(names)} names", "the output has more names than there are packages"
    if words[0] == b"ORDER":
        return fault_of_order(words[1:], names, needs)
    if words[0] == b"CYCLE":
        return fault_of_cycle(words[1:], names, needs)
    return f"the first word is {shown(words[0])}", "the first word is neither ORDER nor CYCLE"


def tell(folder, file, message):
    with open(os.path.join(folder, file), "w", encoding="ascii") as out:
        out.write(message + "\n")


def main():
    names, needs = read_graph(sys.argv[1])
    with open(sys.argv[2], "rb") as file:
        expected = file.read().split()[0]
    folder = sys.argv[3]
    output = sys.stdin.buffer.read()
    found = fault(output, names, needs)
    if found:
        tell(folder, "judgemessage.txt", found[0])
        tell(folder, "teammessage.txt", found[1])
        return 43
    if output.split(None, 1)[0] != expected:
        tell(folder, "judgemessage.txt", "the output is right, but the answer file says the opposite")
        return 1
    return 42


sys.exit(main())
