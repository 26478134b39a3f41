export interface Item {
  id: number;
  title: string;
}

export interface Page {
  items: Item[];
  nextCursor: number | null;
  total: number;
}

export function paginate(items: Item[], after: number | null, limit: number): Page {
  if (limit < 1 || limit > 100) throw new RangeError("limit must be from 1 to 100");
  const rest = items.filter((item) => after === null || item.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    items: rest.slice(0, limit),
    nextCursor: rest.length > limit ? rest[limit - 1].id : null,
    total: items.length,
  };
}
