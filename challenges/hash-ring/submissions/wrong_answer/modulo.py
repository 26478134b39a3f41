def fnv1a(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def assign(nodes: list[str], replicas: int, keys: list[str]) -> dict[str, str]:
    """Divides keys by the number of nodes, which is no ring."""
    if not nodes or replicas < 1:
        raise ValueError("an empty ring")
    return {key: nodes[fnv1a(key) % len(nodes)] for key in keys}
