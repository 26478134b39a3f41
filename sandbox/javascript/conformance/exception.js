function inner() {
  throw new Error("boom 42"); // HERE
}

function outer() {
  inner();
}

function main() {
  outer();
}

main();
