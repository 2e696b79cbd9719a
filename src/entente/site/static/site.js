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

  const MOST_FOUND = 20;

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

  const namesOf = async (numbers, about) => Promise.all(numbers.map(async (number) => {
    let part = 0;
    let place = number;
    while (place >= about.names[part]) place -= about.names[part++];
    return (await load(`name-${part}`))[place];
  }));

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
    const names = await namesOf(scored.slice(0, MOST_FOUND).map(([, number]) => number), about);
    return names.map(([kind, id, name]) => ({ kind: about.kinds[kind], id, name }));
  };

  const setUpSearch = () => {
    const form = document.querySelector(".search");
    const input = form.querySelector("input");
    const box = form.querySelector(".found");
    const status = form.querySelector("[role=status]");
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
    const show = (found) => {
      box.replaceChildren(...found.map(({ kind, id, name }, at) =>
        make("a", { id: `found-${at}`, role: "option", href: pageOf(kind[0], id), tabindex: "-1", "aria-selected": "false" },
          name, " ", make("span", { class: "label" }, kind[1]))));
      status.textContent = found.length ? String(found.length) : status.dataset.none;
      chosen = -1;
      box.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
    };
    input.addEventListener("input", async () => {
      const turn = ++asked;
      if (!wordsIn(input.value).length) return close();
      const found = await search(input.value);
      // An answer to what was typed before is late.
      if (turn === asked) show(found);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
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

  // The last turn that is not after the day.
  const standingOn = (turns, day) => {
    let low = 0;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (turns[middle][0] <= day) low = middle + 1; else high = middle;
    }
    return low ? turns[low - 1] : [0, -1, -1, -1];
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
    let rows = null;

    const field = (name, label, control) => {
      control.id = `f-${name}`;
      control.name = name;
      form.append(make("div", {}, make("label", { for: control.id }, label), control));
      control.addEventListener("change", () => {
        if (control.value) state.set(name, control.value); else state.delete(name);
        state.delete("page");
        update();
      });
    };
    const select = (name, label, values) => field(name, label, make("select", {},
      make("option", { value: "" }, say.any),
      ...values.map(([value, text]) => make("option", { value }, text))));

    field("q", say.text, make("input", { type: "search" }));
    if (about.schedules) {
      select("schedule", say.schedule, about.schedules);
      select("status", say.status, about.statuses);
      field("on", say.on, make("input", { type: "date" }));
    }
    for (const [keyword, values] of about.facets) {
      if (values.length) select(keyword, about.labels[keyword], values);
    }
    const reset = make("button", { type: "button" }, say.reset);
    reset.addEventListener("click", () => {
      for (const name of [...state.keys()]) state.delete(name);
      update();
    });
    form.append(reset);
    const box = form.closest("details");
    box.hidden = false;
    // On a telephone they would fill the screen.
    box.open = [...state.keys()].length > 0 || matchMedia("(min-width: 44rem)").matches;
    form.addEventListener("submit", (event) => event.preventDefault());

    const place = (values, value) => values.findIndex(([known]) => known === value);

    const matching = () => {
      const tests = [];
      const day = ordinal(state.get("on") || about.on);
      const asked = plain(state.get("q") ?? "").trim();
      if (asked) tests.push(([, name]) => plain(name).includes(asked));
      about.facets.forEach(([keyword, values], facet) => {
        if (!state.get(keyword)) return;
        const wanted = place(values, state.get(keyword));
        tests.push(([, , , places]) => places[facet].includes(wanted));
      });
      if (state.get("schedule")) {
        const wanted = place(about.schedules, state.get("schedule"));
        tests.push((row) => standingOn(row[4], day)[1] === wanted);
      }
      if (state.get("status")) {
        const wanted = place(about.statuses, state.get("status"));
        tests.push((row) => standingOn(row[4], day).slice(2).includes(wanted));
      }
      return [rows.filter((row) => tests.every((test) => test(row))), day];
    };

    const sorted = (found) => {
      const [column, direction] = (state.get("sort") ?? "").split(".");
      const at = column === "name" ? -1 : about.columns.indexOf(column);
      if (at < 0 && column !== "name") return found;
      const sign = direction === "down" ? -1 : 1;
      const value = (row) => (at < 0 ? row[1] : row[2][at]);
      return [...found].sort((a, b) => {
        const [one, other] = [value(a), value(b)];
        // What has no date or no text comes last, both ways.
        const [none, no] = [!one.length, !other.length];
        if (none || no) return none - no;
        if (Array.isArray(one) && Array.isArray(other)) return sign * (one[1] - other[1] || one[2] - other[2]);
        return sign * String(one).localeCompare(String(other), document.documentElement.lang);
      });
    };

    const lineOf = ([id, name, cells, , turns], day) => {
      const title = make("th", { scope: "row" });
      if (turns) {
        const verdict = standingOn(turns, day)[1];
        if (verdict >= 0) {
          const [, text, group] = about.schedules[verdict];
          title.append(make("span", { class: `badge ${group}` }, text), " ");
        }
      }
      title.append(make("a", { href: pageOf(kind, id) }, name));
      return make("tr", {}, title, ...cells.map((cell, at) =>
        make("td", { "data-label": head[at + 1] }, Array.isArray(cell) ? cell[0] : cell)));
    };

    const heading = (text, column) => {
      const [current, direction] = (state.get("sort") ?? "").split(".");
      const isDown = current === column && direction === "down";
      const button = make("button", { type: "button", "data-column": column }, text);
      button.addEventListener("click", () => {
        state.set("sort", `${column}.${current === column && !isDown ? "down" : "up"}`);
        state.delete("page");
        update();
        area.querySelector(`[data-column="${column}"]`)?.focus();
      });
      return make("th", { scope: "col", "aria-sort": current === column ? (isDown ? "descending" : "ascending") : null }, button);
    };

    const pager = (total) => {
      const last = Math.max(Math.ceil(total / PER_PAGE), 1);
      const page = Math.min(Math.max(Number(state.get("page")) || 1, 1), last);
      const turn = (text, to) => {
        const button = make("button", { type: "button", disabled: to < 1 || to > last }, text);
        button.addEventListener("click", () => {
          state.set("page", to);
          update();
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
      for (const control of form.elements) if (control.name) control.value = state.get(control.name) ?? "";
      if (![...state.keys()].length) {
        area.replaceChildren(...asBuilt);
        count.textContent = countBuilt;
        setUpHeadings();
        return;
      }
      rows ??= (await Promise.all(Array.from({ length: about.parts }, (_, part) => load(`${kind}-${part}`)))).flat();
      const [found, day] = matching();
      const [bar, page] = pager(found.length);
      const lines = sorted(found).slice((page - 1) * PER_PAGE, page * PER_PAGE);
      count.textContent = found.length.toLocaleString(document.documentElement.lang);
      area.replaceChildren(
        make("div", { class: "scroll" }, make("table", { class: "list" },
          make("thead", {}, make("tr", {}, ...head.map((text, at) => heading(text, at ? about.columns[at - 1] : "name")))),
          make("tbody", {}, ...lines.map((row) => lineOf(row, day))))),
        ...(found.length ? bar : [make("p", { class: "note" }, say.none)]));
    };

    const setUpHeadings = () => {
      const cells = [...area.querySelectorAll("thead th")];
      cells.forEach((cell, at) => cell.replaceWith(heading(head[at], at ? about.columns[at - 1] : "name")));
    };

    const update = () => {
      const query = state.toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      show();
    };
    count.setAttribute("aria-live", "polite");
    await show();
  };

  setUpSearch();
  const filters = document.getElementById("filters");
  if (filters) setUpList(filters);
})();
