def suggest(searches: dict[str, int], prefixes: list[str], most: int) -> list[list[str]]:
    """Looks at all words for each prefix."""
    answers = []
    for prefix in prefixes:
        found = [word for word in searches if word.startswith(prefix)]
        found.sort(key=lambda word: (-searches[word], word))
        answers.append(found[: max(most, 0)])
    return answers
