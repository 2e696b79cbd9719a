// Search and filters for pages that can be read without them. It judges nothing: who matches a value of
// a keyword, and which verdict holds from which day on, was worked out when the site was built.
"use strict";
(() => {
  const root = document.body.dataset.root;
  const waiting = new Map();
  const loaded = new Map();

  // Data are scripts that call this function: pages opened from the disk may load nothing else.
  window.ententeData = (name, value) => waiting.get(name)?.(value);

  const load = (name, key = name) => {
    if (!loaded.has(key)) {
      loaded.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        script.src = `${root}data/${name}.js`;
        script.onerror = () => reject(new Error(name));
        document.head.append(script);
      }));
    }
    return loaded.get(key);
  };

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children);
    return node;
  };

  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsIn = (text) => (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);
  const pageOf = (kind, id) => `${root}${kind}/${id}/index.html`;

  // --- search ------------------------------------------------------------------------------------

  const FOUND_AT_ONCE = 20;

  const numbersOf = async (word, about) => {
    const name = [...word.slice(0, 2)].map((letter) => letter.codePointAt(0).toString(16)).join("-");
    const parts = await Promise.all(
      Array.from({ length: about.words[name] ?? 0 }, (_, part) => load(`word-${name}-${part}`)));
    const found = new Map();
    for (const [known, ...steps] of parts.flat()) {
      if (!known.startsWith(word)) continue;
      let number = 0;
      for (const step of steps) {
        number += step;
        // A whole word counts more than the beginning of one.
        found.set(number, Math.max(found.get(number) ?? 0, known === word ? 2 : 1));
      }
    }
    return found;
  };

  const recordOf = async (number) => {
    const about = await load("search");
    let part = 0;
    let place = number;
    while (place >= about.names[part]) place -= about.names[part++];
    const [kind, id, name, lang] = (await load(`name-${part}`))[place];
    return { kind: about.kinds[kind], id, name, lang };
  };

  const search = async (text) => {
    const about = await load("search");
    const each = await Promise.all(wordsIn(text).map((word) => numbersOf(word, about)));
    if (!each.length) return [];
    const [first, ...others] = each;
    const scored = [];
    for (const [number, score] of first) {
      if (others.every((other) => other.has(number))) {
        scored.push([others.reduce((sum, other) => sum + other.get(number), score), number]);
      }
    }
    scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return scored.map(([, number]) => number);
  };

  const setUpSearch = () => {
    const form = document.querySelector(".search");
    const input = form.querySelector("input");
    const box = form.querySelector(".found");
    const list = box.querySelector("[role=listbox]");
    const rest = box.querySelector(".rest");
    const [count, more] = rest.children;
    const status = form.querySelector("[role=status]");
    let found = [];
    let chosen = -1;
    let asked = 0;
    form.hidden = false;

    const close = () => {
      box.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (place) => {
      const options = [...box.querySelectorAll("[role=option]")];
      if (!options.length) return;
      chosen = (place + options.length) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", at === chosen));
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    };
    // Those after the ones that are shown already.
    const next = (numbers, shown) => Promise.all(numbers.slice(shown, shown + FOUND_AT_ONCE).map(recordOf));
    const add = (records) => {
      const before = list.childElementCount;
      list.append(...records.map(({ kind, id, name, lang }, at) =>
        make("a", { id: `found-${before + at}`, role: "option", href: pageOf(kind[0], id), tabindex: "-1", "aria-selected": "false" },
          make("span", { lang, dir: "auto" }, name), " ", make("span", { class: "label" }, kind[1]))));
      const shown = list.childElementCount;
      const numbers = [shown, found.length].map((number) => number.toLocaleString(document.documentElement.lang));
      count.textContent = status.dataset.shown.replace("{shown}", numbers[0]).replace("{total}", numbers[1]);
      status.textContent = shown ? count.textContent : status.dataset.none;
      rest.hidden = shown === found.length;
      box.hidden = !shown;
      input.setAttribute("aria-expanded", String(shown > 0));
    };
    input.addEventListener("input", async () => {
      const turn = ++asked;
      if (!wordsIn(input.value).length) return close();
      const numbers = await search(input.value);
      const records = await next(numbers, 0);
      // An answer to what was typed before is late.
      if (turn !== asked) return;
      found = numbers;
      chosen = -1;
      list.replaceChildren();
      add(records);
    });
    more.addEventListener("click", async () => {
      const turn = ++asked;
      const records = await next(found, list.childElementCount);
      if (turn !== asked) return;
      add(records);
      if (rest.hidden) input.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.focus();
      close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const options = box.querySelectorAll("[role=option]");
      if (options.length) location.href = options[Math.max(chosen, 0)].href;
    });
    document.addEventListener("click", (event) => form.contains(event.target) || close());
  };

  // --- lists -------------------------------------------------------------------------------------

  const PER_PAGE = 100;
  const FIRST_DAY = Date.UTC(1970, 0, 1) / 864e5 - 719163;
  const ordinal = (day) => Date.parse(`${day}T00:00:00Z`) / 864e5 - FIRST_DAY;

  const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    // Browsers take 30 February for a day in March.
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
  };
  const OPEN = "..";

  // The first and the last day of a year, a month or a day; null if it is none of these.
  const endsOf = (text) => {
    if (/^\d{4}$/.test(text)) return [`${text}-01-01`, `${text}-12-31`];
    const first = /^\d{4}-\d\d$/.test(text) ? `${text}-01` : text;
    if (!isDay(first)) return null;
    if (first === text) return [text, text];
    const day = new Date(first);
    day.setUTCMonth(day.getUTCMonth() + 1, 0);
    return [first, day.toISOString().slice(0, 10)];
  };

  // The last turn that is not after the day; the first of all is that of the first day.
  const turnOn = (turns, day) => {
    let low = 1;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (turns[middle][0] <= day) low = middle + 1; else high = middle;
    }
    return turns[low - 1];
  };
  const NOT_MADE = -2;
  const verdictOn = (row, day) => turnOn(row.turns, day)[1] ?? -1;
  const reportedOn = (row, day) => turnOn(row.turns, day).slice(2);
  const isMade = (row, day) => !row.turns || verdictOn(row, day) !== NOT_MADE;

  // "2024", "2024-03", "2024-01-01/2024-03-31", "../2024-03" and "2024/..", as `where` takes them.
  const daysOf = (text) => {
    const ends = text.split("/").map((end) => (end === OPEN ? [OPEN, OPEN] : endsOf(end)));
    return ends.length <= 2 && !ends.includes(null) && text !== OPEN ? [ends[0][0], ends.at(-1)[1]] : null;
  };
  const sharesADay = (runs, [from, to]) => {
    const first = from === OPEN ? -Infinity : ordinal(from);
    const last = to === OPEN ? Infinity : ordinal(to);
    if (first > last) return false;
    return runs.some((start, at) => at % 2 === 0 && start <= last && runs[at + 1] >= first);
  };

  const setUpList = async (form) => {
    const kind = form.dataset.kind;
    const say = form.dataset;
    const area = document.getElementById("rows");
    const count = document.getElementById("count");
    const clock = document.getElementById("clock");
    const asBuilt = [...area.childNodes];
    const countBuilt = count.textContent;
    const head = [...area.querySelectorAll("thead th")].map((cell) => cell.textContent);
    const about = await load(kind);
    const state = new URLSearchParams(location.search);
    const words = new Map(about.facets);
    if (about.schedules) words.set("schedule", about.schedules).set("status", about.statuses);
    const dueAt = about.turns ? about.columns.indexOf(about.turns) : -1;
    const wanted = (name) => (state.get(name) ?? "").split(",").filter(Boolean);
    let rows = null;

    const set = (name, value) => {
      if (value) state.set(name, value); else state.delete(name);
      state.delete("page");
      update();
    };
    const field = (name, label, node, type, ask = (value) => set(name, value)) => {
      const input = make(node, { id: `f-${name}`, name, ...type });
      input.addEventListener("change", () => ask(input.value));
      form.append(make("div", {}, make("label", { for: input.id }, label), input));
      return input;
    };
    const select = (name, label, values) => field(name, label, "select").append(
      make("option", { value: "" }, say.any), ...values.map(([value, text]) => make("option", { value }, text)));
    const verdicts = () => about.groups.flatMap(([names, title]) => {
      const each = about.schedules.filter(([name]) => names.includes(name));
      if (each.length === 1) return each;
      return [[names.join(","), title], ...each.map(([name, text]) => [name, `– ${text}`])];
    });
    const fromTo = (name, label) => {
      const ask = () =>
        set(name, from.value || to.value ? `${from.value || OPEN}/${to.value || OPEN}` : "");
      const [from, to] = ["from", "to"].map((end) =>
        field(`${name}-${end}`, `${label}, ${say[end]}`, "input", { type: "date" }, ask));
    };

    field("q", say.text, "input", { type: "search" });
    if (about.schedules) {
      select("schedule", say.schedule, verdicts());
      select("status", say.status, about.statuses);
      field("on", say.on, "input", { type: "date" });
    }
    for (const [keyword, values] of about.facets) {
      if (values.length) select(keyword, about.labels[keyword], values);
    }
    for (const keyword of about.dates) fromTo(keyword, about.labels[keyword]);
    if (about.dates.length) form.append(make("p", { class: "note" }, say.vague));
    const reset = make("button", { type: "button" }, say.reset);
    reset.addEventListener("click", () => {
      for (const name of [...state.keys()]) state.delete(name);
      update();
    });
    form.append(reset);

    // What an address asks for and no list has is named, and not taken for a question without an answer.
    const isKnown = (name, text) => {
      if (["q", "sort", "page"].includes(name)) return true;
      if (name === "on") return Boolean(about.schedules) && isDay(text);
      if (about.dates.includes(name)) return daysOf(text) !== null;
      return words.has(name) && wanted(name).every((value) => place(words.get(name), value) >= 0);
    };
    const place = (values, value) => values.findIndex(([known]) => known === value);
    const unknown = [...state].filter(([name, text]) => !isKnown(name, text));
    for (const [name] of unknown) state.delete(name);
    if (unknown.length) {
      const list = unknown.map((pair) => pair.join("=")).join(", ");
      form.before(make("p", { class: "note", role: "status" }, `${say.unknown} ${list}`));
    }

    const box = form.closest("details");
    box.hidden = false;
    // On a telephone they would fill the screen.
    box.open = unknown.length > 0 || matchMedia("(min-width: 44rem)").matches;
    form.addEventListener("submit", (event) => event.preventDefault());

    // Beside the filters, which are folded on a telephone and not printed.
    const lang = document.documentElement.lang;
    const inWords = (text) => new Date(`${text}T00:00:00Z`)
      .toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" })
      // As the pages have it.
      .replace(/^1 /, lang === "fr" ? "1er " : "1 ");
    const answerOf = (name) => {
      const text = state.get(name);
      if (name === "q") return `“${text}”`;
      if (name === "on") return inWords(text);
      if (name === "schedule") {
        const group = about.groups.find(([names]) => names.join(",") === text);
        if (group) return group[1];
      }
      if (!about.dates.includes(name)) {
        return wanted(name).map((value) => words.get(name)[place(words.get(name), value)][1]).join(", ");
      }
      const [from, to] = daysOf(text);
      return [from === OPEN ? "" : `${say.from} ${inWords(from)}`, to === OPEN ? "" : `${say.to} ${inWords(to)}`]
        .filter(Boolean).join(" ");
    };
    const labelOf = (name) => {
      const label = about.labels[name] ?? say[name === "q" ? "text" : name];
      return label[0].toUpperCase() + label.slice(1);
    };
    const describe = () => {
      const asked = document.getElementById("asked");
      const names = [...state.keys()].filter((name) => name !== "sort" && name !== "page");
      asked.replaceChildren(...names.flatMap((name, at) =>
        [at ? " · " : "", `${labelOf(name)} `, make("strong", {}, answerOf(name))]));
      asked.hidden = !names.length;
    };

    const fill = () => {
      for (const name of ["q", "on", ...words.keys()]) {
        const input = form.elements[`f-${name}`];
        if (!input) continue;
        const value = state.get(name) ?? "";
        input.value = value;
        // Several words that no single choice means.
        if (input.value !== value && words.has(name)) {
          const texts = wanted(name).map((each) => words.get(name)[place(words.get(name), each)][1]);
          input.append(make("option", { value }, texts.join(", ")));
          input.value = value;
        }
      }
      for (const name of about.dates) {
        const [from, to] = (daysOf(state.get(name) ?? "") ?? [OPEN, OPEN]).map((end) => (end === OPEN ? "" : end));
        form.elements[`f-${name}-from`].value = from;
        form.elements[`f-${name}-to`].value = to;
      }
    };

    const today = () => ordinal(state.get("on") || about.on);
    const cellOf = (row, at, day) => (at === dueAt ? turnOn(row.deadlines, day)[1] : row.cells[at]);

    const matching = (day) => {
      const tests = [];
      const asked = plain(state.get("q") ?? "").trim();
      if (asked) tests.push((row) => plain(row.name).includes(asked));
      about.facets.forEach(([keyword, values], facet) => {
        const places = wanted(keyword).map((value) => place(values, value));
        if (places.length) tests.push((row) => places.some((each) => row.places[facet].includes(each)));
      });
      about.dates.forEach((keyword, number) => {
        if (!state.has(keyword)) return;
        const days = daysOf(state.get(keyword));
        tests.push(keyword === about.turns
          ? (row) => sharesADay(turnOn(row.deadlines, day)[2], days)
          : (row) => sharesADay(row.days[number], days));
      });
      const verdicts = wanted("schedule").map((value) => place(about.schedules, value));
      if (verdicts.length) tests.push((row) => verdicts.includes(verdictOn(row, day)));
      const statuses = wanted("status").map((value) => place(about.statuses, value));
      if (statuses.length) tests.push((row) => statuses.some((each) => reportedOn(row, day).includes(each)));
      return rows.filter((row) => tests.every((test) => test(row)));
    };

    const sorted = (found, day) => {
      const [column, direction] = (state.get("sort") ?? "").split(".");
      const at = column === "name" ? -1 : about.columns.indexOf(column);
      if (at < 0 && column !== "name") return found;
      const sign = direction === "down" ? -1 : 1;
      const value = (row) => (at < 0 ? row.name : cellOf(row, at, day));
      return [...found].sort((a, b) => {
        const [one, other] = [value(a), value(b)];
        // What has no date or no text comes last, both ways.
        const [none, no] = [!one.length, !other.length];
        if (none || no) return none - no;
        if (Array.isArray(one) && Array.isArray(other)) return sign * (one[1] - other[1] || one[2] - other[2]);
        return sign * String(one).localeCompare(String(other), document.documentElement.lang);
      });
    };

    const badgeOf = (row, day) => {
      if (!isMade(row, day)) return [make("span", { class: "badge other" }, say.unmade), " "];
      // The verdicts on a duty that recurs are worked out until some day.
      if (row.turns && turnOn(row.turns, day).length === 1) {
        return [make("span", { class: "badge other" }, say.beyond), " "];
      }
      const verdict = row.turns ? verdictOn(row, day) : -1;
      if (verdict < 0) return [];
      const [, text, group] = about.schedules[verdict];
      return [make("span", { class: `badge ${group}` }, text), " "];
    };
    const lineOf = (row, day) => make("tr", {},
      make("th", { scope: "row" }, ...badgeOf(row, day), make("a", { href: pageOf(kind, row.folder), lang: row.lang, dir: "auto" }, row.name)),
      ...about.columns.map((column, at) => {
        const cell = cellOf(row, at, day);
        const text = Array.isArray(cell) ? cell[0] : cell;
        return make("td", { "data-label": head[at + 1], dir: "auto" }, text || (column === "by" ? say.unnamed : ""));
      }));

    const heading = (text, column) => {
      const [current, direction] = (state.get("sort") ?? "").split(".");
      const isDown = current === column && direction === "down";
      const button = make("button", { type: "button", "data-column": column }, text);
      button.addEventListener("click", async () => {
        state.set("sort", `${column}.${current === column && !isDown ? "down" : "up"}`);
        state.delete("page");
        await update();
        // The one that was pressed is gone with the old table.
        area.querySelector(`[data-column="${column}"]`).focus();
      });
      return make("th", { scope: "col", "aria-sort": current === column ? (isDown ? "descending" : "ascending") : null }, button);
    };

    const pager = (total) => {
      const last = Math.max(Math.ceil(total / PER_PAGE), 1);
      const page = Math.min(Math.max(Number(state.get("page")) || 1, 1), last);
      const turn = (text, to) => {
        const button = make("button", { type: "button", disabled: to < 1 || to > last }, text);
        button.addEventListener("click", async () => {
          state.set("page", to);
          await update();
          const [previous, next] = area.querySelectorAll(".pager button");
          // At the first and the last page only one of them can be pressed.
          const [same, other] = to > page ? [next, previous] : [previous, next];
          (same.disabled ? other : same).focus({ preventScroll: true });
          area.scrollIntoView();
        });
        return button;
      };
      const bar = make("nav", { class: "pager", "aria-label": say.page },
        turn(say.previous, page - 1), make("span", {}, `${page} / ${last}`), turn(say.next, page + 1));
      return [last > 1 ? [bar] : [], page];
    };

    const show = async () => {
      // The day of the page is not that of another that was asked for.
      if (clock) clock.hidden = state.has("on");
      fill();
      describe();
      if (![...state.keys()].length) {
        area.replaceChildren(...asBuilt);
        count.textContent = countBuilt;
        setUpHeadings();
        return;
      }
      rows ??= (await Promise.all(Array.from({ length: about.parts }, (_, part) => load(`${kind}-${part}`)))).flat()
        .map(([folder, name, lang, cells, places, days, turns, deadlines]) =>
          ({ folder, name, lang, cells, places, days, turns, deadlines }));
      const day = today();
      const all = matching(day);
      // A list as of a day is one of what had been promised by then.
      const found = state.has("on") ? all.filter((row) => isMade(row, day)) : all;
      const later = all.length - found.length;
      const [bar, page] = pager(found.length);
      const lines = sorted(found, day).slice((page - 1) * PER_PAGE, page * PER_PAGE);
      count.textContent = found.length.toLocaleString(document.documentElement.lang);
      area.replaceChildren(
        make("div", { class: "scroll" }, make("table", { class: "list" },
          make("thead", {}, make("tr", {}, ...head.map((text, at) => heading(text, at ? about.columns[at - 1] : "name")))),
          make("tbody", {}, ...lines.map((row) => lineOf(row, day))))),
        ...(found.length ? bar : [make("p", { class: "note" }, say.none)]),
        ...(later ? [make("p", { class: "note" }, `${say.later} ${later.toLocaleString(document.documentElement.lang)}`)] : []));
    };

    const setUpHeadings = () => {
      const cells = [...area.querySelectorAll("thead th")];
      cells.forEach((cell, at) => cell.replaceWith(heading(head[at], at ? about.columns[at - 1] : "name")));
    };

    const update = () => {
      // As people write it: neither sign has a meaning of its own in there.
      const query = state.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      return show();
    };
    count.setAttribute("aria-live", "polite");
    await show();
  };

  // Without the script there is a list of its own, or none.
  for (const link of document.querySelectorAll("a[data-filtered]")) link.href = root + link.dataset.filtered;
  setUpSearch();
  const filters = document.getElementById("filters");
  if (filters) setUpList(filters);
})();
