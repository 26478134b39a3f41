class Store:
    def __init__(self):
        self.values: dict[str, str] = {}
        self.counts: dict[str, int] = {}
        self.undo: list[dict[str, str | None]] = []

    def set(self, key: str, value: str) -> None:
        self._change(key, value)

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def remove(self, key: str) -> bool:
        if key not in self.values:
            return False
        self._change(key, None)
        return True

    def count(self, value: str) -> int:
        return self.counts.get(value, 0)

    def start(self) -> None:
        self.undo.append({})

    def commit(self) -> None:
        if not self.undo:
            raise ValueError("no transaction")
        changed = self.undo.pop()
        if self.undo:
            self.undo[-1] = changed | self.undo[-1]

    def rollback(self) -> None:
        if not self.undo:
            raise ValueError("no transaction")
        for key, value in self.undo.pop().items():
            self._put(key, value)

    def _change(self, key: str, value: str | None) -> None:
        if self.undo:
            self.undo[-1].setdefault(key, self.values.get(key))
        self._put(key, value)

    def _put(self, key: str, value: str | None) -> None:
        before = self.values.pop(key, None)
        if before is not None:
            self.counts[before] -= 1
        if value is not None:
            self.values[key] = value
            self.counts[value] = self.counts.get(value, 0) + 1
