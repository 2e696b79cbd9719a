// The language server for TOML of the npm package `@taplo/lsp`, on standard input and output. It is WebAssembly,
// and asks for everything that it wants to know of the machine. The first argument is the folder that holds the packages.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { isAbsolute, resolve } from "node:path";

const { TaploLsp } = createRequire(resolve(process.argv[2], "x.js"))(
  "@taplo/lsp",
);

function write(message) {
  const body = JSON.stringify(message);
  process.stdout.write(
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const machine = {
  cwd: () => process.cwd(),
  envVar: () => undefined,
  envVars: () => [],
  fetch: { fetch, Headers, Request, Response },
  findConfigFile: () => undefined,
  glob: () => [],
  isAbsolute,
  now: () => new Date(),
  readFile,
  stdErrAtty: () => false,
  stderr: process.stderr,
  stdin: process.stdin,
  stdout: process.stdout,
  // It asks of folders, too, by addresses that fileURLToPath refuses.
  urlToFilePath: (url) => decodeURIComponent(url).replace("file://", ""),
  writeFile: async () => {},
};

const server = await TaploLsp.initialize(machine, { onMessage: write });
let read = Buffer.alloc(0);
for await (const chunk of process.stdin) {
  read = Buffer.concat([read, chunk]);
  for (;;) {
    const end = read.indexOf("\r\n\r\n");
    if (end < 0) break;
    const stop = end + 4 + Number(/\d+/.exec(read.subarray(0, end)));
    if (read.length < stop) break;
    server.send(JSON.parse(read.subarray(end + 4, stop)));
    read = read.subarray(stop);
  }
}
