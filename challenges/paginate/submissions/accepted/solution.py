from dataclasses import dataclass


@dataclass
class Item:
    id: int
    title: str


@dataclass
class Page:
    items: list[Item]
    next_cursor: int | None
    total: int


def paginate(items: list[Item], after: int | None, limit: int) -> Page:
    if not 1 <= limit <= 100:
        raise ValueError("limit must be from 1 to 100")
    rest = sorted((item for item in items if after is None or item.id > after), key=lambda item: item.id)
    page = rest[:limit]
    return Page(page, page[-1].id if len(rest) > limit else None, len(items))
