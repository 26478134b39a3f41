import math
import sys


def main():
    words = sys.stdin.read().split()
    n, width, m = map(int, words[:3])
    percentiles = list(map(int, words[3 : 3 + m]))

    groups = {}
    for at in range(3 + m, 3 + m + 3 * n, 3):
        key = (words[at + 1], int(words[at]) // width)
        latency = float(words[at + 2])
        group = groups.get(key)
        if group is None:
            groups[key] = [latency]
        else:
            group.append(latency)

    out = []
    for endpoint, window in sorted(groups):
        values = groups[endpoint, window]
        values.sort()
        count = len(values)
        mean = math.fsum(values) / count
        # Mistake: the sample standard deviation instead of the population's.
        deviation = math.sqrt(math.fsum([(value - mean) * (value - mean) for value in values]) / max(count - 1, 1))
        line = f"{endpoint} {window * width} {count} {mean:.9f} {deviation:.9f}"
        for percentile in percentiles:
            index, hundredths = divmod(percentile * (count - 1), 100)
            value = values[index]
            if hundredths:
                value += hundredths / 100 * (values[index + 1] - value)
            line += f" {value:.9f}"
        out.append(line)
    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
