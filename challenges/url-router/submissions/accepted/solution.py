import sys


class Node:
    __slots__ = ("static", "parameter", "route", "wildcard")

    def __init__(self):
        self.static = {}
        self.parameter = None
        self.route = None
        self.wildcard = None


def add(root, pattern, handler):
    node = root
    names = []
    for segment in pattern.split("/"):
        if not segment:
            continue
        if segment == "*":
            if node.wildcard is None:
                node.wildcard = (handler, names)
            return
        if segment[0] == ":":
            names.append(segment[1:])
            if node.parameter is None:
                node.parameter = Node()
            node = node.parameter
        else:
            child = node.static.get(segment)
            if child is None:
                child = node.static[segment] = Node()
            node = child
    if node.route is None:
        node.route = (handler, names)


def find(node, segments, at, values):
    """The best route below `node` for segments[at:], as (handler, names, where the wildcard starts or -1)."""
    if at == len(segments):
        return node.route and (*node.route, -1)
    child = node.static.get(segments[at])
    if child is not None:
        found = find(child, segments, at + 1, values)
        if found:
            return found
    if node.parameter is not None:
        values.append(segments[at])
        found = find(node.parameter, segments, at + 1, values)
        if found:
            return found
        values.pop()
    return node.wildcard and (*node.wildcard, at)


def main():
    lines = sys.stdin.read().split("\n")
    n, m = map(int, lines[0].split())
    root = Node()
    for line in lines[1 : n + 1]:
        add(root, *line.split())

    out = []
    for line in lines[n + 1 : n + m + 1]:
        segments = [segment for segment in line.strip().split("?", 1)[0].split("/") if segment]
        values = []
        found = find(root, segments, 0, values)
        if not found:
            out.append("404")
            continue
        handler, names, rest = found
        words = [handler]
        for name, value in zip(names, values):
            words.append(f"{name}={value}")
        if rest >= 0:
            words.append("*=" + "/".join(segments[rest:]))
        out.append(" ".join(words))
    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
