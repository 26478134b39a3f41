const sort = (values) => {
  if (values.length < 2) return values;
  const half = values.length >> 1;
  const [left, right] = [sort(values.slice(0, half)), sort(values.slice(half))];
  const merged = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) merged.push(left[i] <= right[j] ? left[i++] : right[j++]);
  while (i < left.length) merged.push(left[i++]);
  while (j < right.length) merged.push(right[j++]);
  return merged;
};
const values = require("fs").readFileSync(0, "utf8").split(/\s+/).slice(1).map(Number);
console.log(sort(values)[0]);
