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
    """Starts from the beginning when the item of the cursor is gone."""
    if not 1 <= limit <= 100:
        raise ValueError("limit must be from 1 to 100")
    ordered = sorted(items, key=lambda item: item.id)
    start = 0
    for place, item in enumerate(ordered):
        if item.id == after:
            start = place + 1
    page = ordered[start : start + limit]
    return Page(page, page[-1].id if start + limit < len(ordered) else None, len(items))
