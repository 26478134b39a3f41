class Heap {
  constructor(before) {
    this.before = before;
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  top() {
    return this.items[0];
  }

  push(item) {
    const { items, before } = this;
    let place = items.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!before(item, items[parent])) break;
      items[place] = items[parent];
      place = parent;
    }
    items[place] = item;
  }

  pop() {
    const { items, before } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let place = 0;
    for (let child = 1; child < items.length; child = 2 * place + 1) {
      if (child + 1 < items.length && before(items[child + 1], items[child])) child++;
      if (!before(items[child], last)) break;
      items[place] = items[child];
      place = child;
    }
    items[place] = last;
    return top;
  }
}

function schedule(jobs, workers) {
  if (workers < 1) throw new RangeError("no workers");

  const free = new Heap((a, b) => a < b);
  for (let worker = 0; worker < workers; worker++) free.push(worker);
  const busy = new Heap((a, b) => a.until < b.until);
  const runs = [];
  let start = 0;
  for (const { name, at, takes } of [...jobs].sort((a, b) => a.at - b.at)) {
    start = Math.max(start, at);
    if (free.size === 0) start = Math.max(start, busy.top().until);
    while (busy.size > 0 && busy.top().until <= start) free.push(busy.pop().worker);
    const worker = free.pop();
    busy.push({ until: start + takes, worker });
    runs.push({ name, worker, start });
  }
  return runs;
}

module.exports = { schedule };
