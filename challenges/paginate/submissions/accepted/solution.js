function paginate(items, after, limit) {
  if (limit < 1 || limit > 100) throw new RangeError("limit must be from 1 to 100");
  const rest = items.filter((item) => after === null || item.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = rest.slice(0, limit);
  return { items: page, nextCursor: rest.length > limit ? page.at(-1).id : null, total: items.length };
}

module.exports = { paginate };
