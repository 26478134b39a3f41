import sys


def split(text):
    return [segment for segment in text.split("/") if segment]


def kind(segment):
    if segment == "*":
        return 2
    return 1 if segment[0] == ":" else 0


def matches(pattern, segments):
    for index, segment in enumerate(pattern):
        if segment == "*":
            return index < len(segments)
        if index == len(segments):
            return False
        if segment[0] != ":" and segment != segments[index]:
            return False
    return len(pattern) == len(segments)


def main():
    lines = sys.stdin.read().split("\n")
    n, m = map(int, lines[0].split())
    routes = []
    for line in lines[1 : n + 1]:
        pattern, handler = line.split()
        pattern = split(pattern)
        routes.append((pattern, [kind(segment) for segment in pattern], handler))

    out = []
    for line in lines[n + 1 : n + m + 1]:
        segments = split(line.strip().split("?", 1)[0])
        best = None
        # Too slow: the whole table is searched for each request.
        for route in routes:
            if matches(route[0], segments) and (best is None or route[1] < best[1]):
                best = route
        if best is None:
            out.append("404")
            continue
        words = [best[2]]
        for index, segment in enumerate(best[0]):
            if segment == "*":
                words.append("*=" + "/".join(segments[index:]))
            elif segment[0] == ":":
                words.append(f"{segment[1:]}={segments[index]}")
        out.append(" ".join(words))
    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
