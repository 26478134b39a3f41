function inner(): never {
  throw new Error("boom 42"); // HERE
}

function outer(): void {
  inner();
}

function main(): void {
  outer();
}

main();
