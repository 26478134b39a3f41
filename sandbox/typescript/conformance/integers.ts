console.log(String(2n ** 63n - 1n));
console.log(String(-(2n ** 63n)));
console.log(String(2n ** 53n + 1n));
console.log(String(3037000500n * 3037000499n));
