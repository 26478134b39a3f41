// Has equal counts in the order of UTF-16 units, in which a character beyond U+FFFF comes before U+FF5E.
function suggest(searches, prefixes, most) {
  const words = [...searches.keys()].sort();
  return prefixes.map((prefix) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < words.length && words[last].startsWith(prefix)) last++;
    const found = words.slice(low, last).sort((a, b) => searches.get(b) - searches.get(a));
    return found.slice(0, Math.max(most, 0));
  });
}
