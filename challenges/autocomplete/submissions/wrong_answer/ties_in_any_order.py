def suggest(searches: dict[str, int], prefixes: list[str], most: int) -> list[list[str]]:
    """Leaves words of equal counts in the order they came in."""
    answers = {}
    for prefix in set(prefixes):
        found = sorted((word for word in searches if word.startswith(prefix)), key=lambda word: -searches[word])
        answers[prefix] = found[:most]
    return [answers[prefix] for prefix in prefixes]
