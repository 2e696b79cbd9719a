// Reads texts, each a JSON string on a line of its own, and prints what the npm package `yaml` makes of it.
// The first argument is the folder that holds the packages.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import readline from "node:readline";

const YAML = createRequire(resolve(process.argv[2], "x.js"))("yaml");
const CORE = {
  version: "1.2",
  schema: "core",
  intAsBigInt: true,
  logLevel: "silent",
  prettyErrors: false,
};

// JSON has neither NaN nor long numbers, and its objects have no keys but texts.
function plain(value) {
  if (typeof value === "number" || typeof value === "bigint")
    return { number: String(value) };
  if (value instanceof Map)
    return { table: [...value].map((pair) => pair.map(plain)) };
  return Array.isArray(value) ? value.map(plain) : value;
}

function verdict(text) {
  const documents = YAML.parseAllDocuments(text, CORE);
  if (documents.empty) return { value: null };
  if (documents.length > 1) return { refused: "more than one document" };
  if (documents[0].errors.length > 0)
    return { refused: documents[0].errors[0].code };
  try {
    return { value: plain(documents[0].toJS({ mapAsMap: true })) };
  } catch (error) {
    return { refused: error.name };
  }
}

for await (const line of readline.createInterface({ input: process.stdin }))
  process.stdout.write(JSON.stringify(verdict(JSON.parse(line))) + "\n");
