def suggest(searches: dict[str, int], prefixes: list[str], most: int) -> list[list[str]]:
    """Forgets how often words were searched for."""
    return [sorted(word for word in searches if word.startswith(prefix))[:most] for prefix in prefixes]
