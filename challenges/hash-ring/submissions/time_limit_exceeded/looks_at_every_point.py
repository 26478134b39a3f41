def fnv1a(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def assign(nodes: list[str], replicas: int, keys: list[str]) -> dict[str, str]:
    """Sorts the ring again for every key."""
    if not nodes or replicas < 1:
        raise ValueError("an empty ring")
    ring: dict[int, str] = {}
    for node in nodes:
        for replica in range(replicas):
            ring.setdefault(fnv1a(f"{node}#{replica}"), node)
    found = {}
    for key in keys:
        wanted = fnv1a(key)
        found[key] = ring[min(ring, key=lambda point: (point < wanted, point))]
    return found
