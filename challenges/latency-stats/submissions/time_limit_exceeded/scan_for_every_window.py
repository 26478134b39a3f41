import math
import sys


def main():
    words = sys.stdin.read().split()
    n, width, m = map(int, words[:3])
    percentiles = list(map(int, words[3 : 3 + m]))
    rows = []
    for at in range(3 + m, 3 + m + 3 * n, 3):
        rows.append((words[at + 1], int(words[at]) // width, float(words[at + 2])))

    for endpoint, window in sorted({(row[0], row[1]) for row in rows}):
        # Too slow: goes through all measurements again for each line of the output.
        values = sorted(row[2] for row in rows if row[1] == window and row[0] == endpoint)
        count = len(values)
        mean = sum(values) / count
        deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / count)
        line = [endpoint, str(window * width), str(count), repr(mean), repr(deviation)]
        for percentile in percentiles:
            rank = percentile * (count - 1) / 100
            below = math.floor(rank)
            above = math.ceil(rank)
            line.append(repr(values[below] + (rank - below) * (values[above] - values[below])))
        print(" ".join(line))


main()
