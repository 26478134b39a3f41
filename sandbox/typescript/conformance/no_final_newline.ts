let input: string = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk: string) => (input += chunk));
process.stdin.on("end", () => process.stdout.write(String(input.trim().split(/\s+/).length)));
