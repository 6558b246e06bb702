// Answers SQL statements, one JSON string a line, by a modern ClickHouse inside this process.
const { Session } = require("chdb");
const lines = require("node:readline").createInterface({ input: process.stdin });
const session = new Session(process.argv[2]);
lines.on("line", (line) => {
  let answer;
  try {
    answer = { out: session.query(JSON.parse(line), "TabSeparated") ?? "" };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
