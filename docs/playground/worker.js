// Runs Python in a thread of its own, so that the page stays responsive.

import { loadPyodide } from "./pyodide/pyodide.mjs";

async function fetched(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name} could not be fetched: ${response.status}`);
  return response;
}

async function load() {
  const python = await loadPyodide();
  const wheels = await (await fetched("wheels.json")).json();
  const packed = await Promise.all(
    wheels.map(async (wheel) => (await fetched(`wheels/${wheel}`)).arrayBuffer()),
  );
  for (const wheel of packed) python.unpackArchive(wheel, "wheel");
  python.FS.writeFile("answer.py", await (await fetched("answer.py")).text());
  return python.pyimport("answer").answer;
}

const loading = load();

self.addEventListener("message", async ({ data }) => {
  try {
    const answer = await loading;
    self.postMessage({ running: true });
    self.postMessage(JSON.parse(answer(data.dossier, data.question)));
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
});
