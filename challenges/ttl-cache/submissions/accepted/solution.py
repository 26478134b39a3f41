import time


class TtlCache:
    def __init__(self):
        self.entries: dict[str, tuple[int, float]] = {}

    def put(self, key: str, value: int, ttl_ms: int) -> None:
        if ttl_ms < 1:
            raise ValueError("a time to live must be at least 1 ms")
        self.entries[key] = (value, time.monotonic() + ttl_ms / 1000)

    def get(self, key: str) -> int | None:
        value, until = self.entries.get(key, (None, 0))
        return value if time.monotonic() < until else None

    def size(self) -> int:
        now = time.monotonic()
        self.entries = {key: entry for key, entry in self.entries.items() if now < entry[1]}
        return len(self.entries)
