// The playground's page. Python is loaded when something is first run.

const form = document.querySelector("#playground-form");
const [example, dossier, question] = ["example", "dossier", "question"].map((name) => form.elements[name]);
const [run, stop, state, answer, problems] = ["run", "stop", "state", "answer", "problems"].map((name) =>
  form.querySelector(`#playground-${name}`),
);

let python = null;

function show({ problems: lines, html, text, error }) {
  if (error !== undefined) answer.replaceChildren(element("pre", error, "playground-error"));
  else if (html !== undefined) answer.innerHTML = html;
  else if (text) answer.replaceChildren(element("pre", text));
  else if (text === "") answer.replaceChildren(element("p", "Nothing was printed, and the last line has no value."));
  else answer.replaceChildren(element("p", "The dossier does not load, so the question was not run."));

  if (lines === undefined) return;
  if (lines.length === 0) problems.replaceChildren(element("p", "None."));
  else {
    const list = document.createElement("ul");
    list.append(...lines.map((line) => element("li", line)));
    problems.replaceChildren(list);
  }
}

function element(tag, text, name = "") {
  const node = document.createElement(tag);
  node.textContent = text;
  node.className = name;
  return node;
}

function settle(message) {
  state.textContent = message;
  run.disabled = false;
  stop.hidden = true;
}

function end(message) {
  python?.terminate();
  python = null;
  settle(message);
}

function start() {
  python = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  python.addEventListener("message", ({ data }) => {
    if (data.running) {
      state.textContent = "Running …";
    } else {
      show(data);
      settle("Done.");
    }
  });
  python.addEventListener("error", ({ message }) => {
    show({ error: message || "Python could not be started. Is this page served over HTTP rather than opened as a file?" });
    end("Failed.");
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (run.disabled) return;
  if (python === null) {
    state.textContent = "Loading Python, about 14 MB …";
    start();
  }
  answer.replaceChildren();
  problems.replaceChildren();
  run.disabled = true;
  stop.hidden = false;
  python.postMessage({ dossier: dossier.value, question: question.value });
});

stop.addEventListener("click", () => {
  end("Stopped.");
  run.focus();
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(run);
});

async function offer() {
  const response = await fetch(new URL("examples.json", import.meta.url));
  if (!response.ok) throw new Error(`the examples could not be fetched: ${response.status}`);
  const { examples } = await response.json();
  example.replaceChildren(...examples.map(({ title }, index) => new Option(title, index)));
  const choose = () => {
    dossier.value = examples[example.value].dossier.trimEnd();
    question.value = examples[example.value].question.trimEnd();
  };
  example.addEventListener("change", choose);
  choose();
}

offer().catch((error) => show({ error: String(error) }));
