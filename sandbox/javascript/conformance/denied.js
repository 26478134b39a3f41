const fs = require("fs");

try {
  console.log(fs.readFileSync("/etc/passwd", "utf8"));
} catch {
  console.log("denied");
}
