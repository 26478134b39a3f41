from bisect import bisect_left


def suggest(searches: dict[str, int], prefixes: list[str], most: int) -> list[list[str]]:
    words = sorted(searches)
    answers: dict[str, list[str]] = {}
    for prefix in prefixes:
        if prefix not in answers:
            start = end = bisect_left(words, prefix)
            while end < len(words) and words[end].startswith(prefix):
                end += 1
            found = sorted(words[start:end], key=lambda word: -searches[word])
            answers[prefix] = found[: max(most, 0)]
    return [answers[prefix] for prefix in prefixes]
