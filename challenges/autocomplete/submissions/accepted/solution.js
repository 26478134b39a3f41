// By code points: `<` compares UTF-16 units, and has characters beyond U+FFFF before some below.
function compare(a, b) {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return a.codePointAt(i) - b.codePointAt(i);
  }
  return a.length - b.length;
}

function firstAtLeast(words, prefix) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(words[middle], prefix) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function suggest(searches, prefixes, most) {
  const words = [...searches.keys()].sort(compare);
  return prefixes.map((prefix) => {
    const first = firstAtLeast(words, prefix);
    let last = first;
    while (last < words.length && words[last].startsWith(prefix)) last++;
    const found = words.slice(first, last).sort((a, b) => searches.get(b) - searches.get(a));
    return found.slice(0, Math.max(most, 0));
  });
}

module.exports = { suggest };
