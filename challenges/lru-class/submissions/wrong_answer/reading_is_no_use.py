class LruCache:
    """Throws out what was written first, however often it was read."""

    def __init__(self, capacity: int):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: dict[int, int] = {}

    def get(self, key: int) -> int | None:
        return self.entries.get(key)

    def put(self, key: int, value: int) -> None:
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            del self.entries[next(iter(self.entries))]

    def size(self) -> int:
        return len(self.entries)
