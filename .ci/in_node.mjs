// Runs tests with the Python of Pyodide, which is newer than those of most systems, in Node.js:
//
//   node in_node.mjs PYODIDE SITE_PACKAGES ARGUMENTS_OF_PYTEST…
//
// There are no processes, no threads and no compiled packages here: the packages have to be pure Python.

import { pathToFileURL } from "node:url";

const [pyodide, packages, ...chosen] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const { CI, HYPOTHESIS_PROFILE, ENTENTE_FUZZ_EXAMPLES } = process.env;
const python = await loadPyodide({
  env: { HOME: "/home", CI, HYPOTHESIS_PROFILE, ENTENTE_FUZZ_EXAMPLES, PYTHONDONTWRITEBYTECODE: "1" },
});
for (const [here, there] of [[process.cwd(), "/checkout"], [packages, "/packages"]]) {
  python.FS.mkdirTree(there);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: here }, there);
}
python.globals.set("chosen", python.toPy(chosen));
process.exitCode = python.runPython(`
import os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/packages")
os.chdir("/checkout")
import pytest
print("Python", sys.version)
int(pytest.main(["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", *chosen]))
`);
