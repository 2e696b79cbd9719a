// The page's side of the playground. Python is loaded when something is run, and not before.

const form = document.querySelector("#playground-form");
const [example, dossier, question] = ["example", "dossier", "question"].map((name) => form.elements[name]);
const [run, stop, state, answer, problems] = ["run", "stop", "state", "answer", "problems"].map((name) =>
  form.querySelector(`#playground-${name}`),
);

let python = null;

function show({ problems: lines, html, text, error }) {
  if (error !== undefined) answer.replaceChildren(written("pre", error, "playground-error"));
  else if (html !== undefined) answer.innerHTML = html;
  else if (text) answer.replaceChildren(written("pre", text));
  else if (text === "") answer.replaceChildren(written("p", "Nothing was printed, and the last line has no value."));
  else answer.replaceChildren(written("p", "The dossier does not load, so it was not asked."));

  if (lines === undefined) return;
  if (lines.length === 0) problems.replaceChildren(written("p", "None."));
  else {
    const list = document.createElement("ul");
    list.append(...lines.map((line) => written("li", line)));
    problems.replaceChildren(list);
  }
}

function written(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

function settle(said) {
  state.textContent = said;
  run.disabled = false;
  stop.hidden = true;
}

function end(said) {
  python?.terminate();
  python = null;
  settle(said);
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
    show({ error: message || "Python could not be started. Is this page read over HTTP, and not as a file?" });
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
