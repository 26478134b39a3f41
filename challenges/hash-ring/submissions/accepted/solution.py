from bisect import bisect_left


def fnv1a(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def assign(nodes: list[str], replicas: int, keys: list[str]) -> dict[str, str]:
    if not nodes or replicas < 1:
        raise ValueError("an empty ring")
    ring: dict[int, str] = {}
    for node in nodes:
        for replica in range(replicas):
            ring.setdefault(fnv1a(f"{node}#{replica}"), node)
    points = sorted(ring)
    return {key: ring[points[bisect_left(points, fnv1a(key)) % len(points)]] for key in keys}
