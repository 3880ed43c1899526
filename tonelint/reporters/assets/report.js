// Filters that are kept in the address, marks and advice that point to each other, light and dark colours.
// The report reads as well without it: what works only with it is hidden until it runs.
"use strict";
{
  const root = document.documentElement;
  const SEVERITIES = ["error", "warning", "info"];

  // ---- Marks and advice ----

  /** The numbers of the findings that a mark, a reference or a note is about. */
  const numbersOf = (element) => (element.dataset.of ?? element.id.slice(1)).split(" ");

  /** The marks, references and notes of the findings that an element stands for. */
  const related = (element) => {
    const about = element.closest?.("mark[data-of], a[data-turn], ol > li");
    if (!about) return [];
    const article = about.closest("article");
    return numbersOf(about).flatMap((number) => [
      ...article.querySelectorAll(`mark[data-of~="${number}"], #m${number}, #f${number}`),
    ]);
  };

  const setUpLinks = () => {
    let lit = [];
    const light = (event) => {
      for (const element of lit) element.classList.remove("lit");
      lit = related(event.target);
      for (const element of lit) element.classList.add("lit");
    };
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.("mark[data-of]:not(.off)");
      if (mark && getSelection().isCollapsed) location.hash = "f" + numbersOf(mark)[0];
    });
  };

  // ---- Filters ----

  const folded = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");

  /** A value that is computed when it is first asked for: only a search needs the words of all replies. */
  const once = (compute) => {
    let value;
    return () => (value ??= compute());
  };

  const entryOf = (article) => ({
    article,
    words: once(() =>
      folded([...article.querySelectorAll("h3, :scope > blockquote")].map((each) => each.textContent).join(" ")),
    ),
    notes: [...article.querySelectorAll("ol > li")].map((note) => ({
      note,
      words: once(() => folded(note.textContent)),
      number: note.id.slice(1),
      reference: document.getElementById("m" + note.id.slice(1)),
    })),
    marks: [...article.querySelectorAll("mark[data-of]")],
  });

  /** Show those findings of an entry that are wanted; how many these are. */
  const narrow = ({ article, words, notes, marks }, fits, sought) => {
    const isWanted = fits("file", article.dataset.file);
    const isFound = !sought || (isWanted && words().includes(sought));
    const kept = new Map(); // the numbers of the findings that stay, with their severities
    for (const { note, words: said, number, reference } of notes) {
      const { category, severity, language } = note.dataset;
      const stays =
        isWanted &&
        fits("category", category) &&
        fits("severity", severity) &&
        fits("language", language) &&
        (isFound || said().includes(sought));
      note.hidden = !stays;
      if (reference) reference.hidden = !stays;
      if (stays) kept.set(number, severity);
    }
    for (const mark of marks) {
      const severities = numbersOf(mark).map((number) => kept.get(number));
      mark.className = SEVERITIES.find((each) => severities.includes(each)) ?? "off";
    }
    article.hidden = kept.size === 0;
    return kept.size;
  };

  const told = (findings, total) => {
    const all = `${total.toLocaleString("en")} finding${total === 1 ? "" : "s"}`;
    if (findings === total) return all;
    return `${findings ? findings.toLocaleString("en") : "None"} of ${all}`;
  };

  const setUpFilters = (form) => {
    const [search, left, clear, bar] = ["q", "left", "clear", "search"].map((id) => document.getElementById(id));
    const boxes = [...form.querySelectorAll("input")];
    const sections = [...document.querySelectorAll("#replies, #outside")];
    const entries = [...document.querySelectorAll("article")].map(entryOf);
    const total = entries.reduce((sum, entry) => sum + entry.notes.length, 0);

    const apply = () => {
      const wanted = new Map(); // the values ticked, by filter
      for (const { name, value } of boxes.filter((box) => box.checked)) {
        wanted.set(name, (wanted.get(name) ?? new Set()).add(value));
      }
      const fits = (name, value) => wanted.get(name)?.has(value) ?? true;
      const sought = folded(search.value.trim());
      const findings = entries.reduce((sum, entry) => sum + narrow(entry, fits, sought), 0);
      for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
      clear.hidden = !wanted.size && !sought;
      left.textContent = told(findings, total);
    };

    /** Keep the filters in the address, so that it can be passed on: #category=stalling&q=soon */
    const keep = () => {
      const parameters = new URLSearchParams(new FormData(form));
      if (!search.value) parameters.delete("q");
      history.replaceState(null, "", parameters.size ? `#${parameters}` : location.pathname + location.search);
    };

    /** Take the filters from the address. */
    const load = () => {
      const asked = new URLSearchParams(location.hash.slice(1));
      for (const box of boxes) {
        box.checked = asked.getAll(box.name).includes(box.value);
        const fold = box.checked && box.closest("details");
        if (fold) fold.open = true;
      }
      search.value = asked.get("q") ?? "";
      apply();
    };

    const change = () => {
      apply();
      keep();
    };
    let pause;
    search.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(change, 120);
    });
    form.addEventListener("change", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    clear.addEventListener("click", () => {
      form.reset();
      change();
      search.focus();
    });

    // An address that points to a place in the page says nothing of filters.
    const isOfPlace = () => location.hash && !location.hash.includes("=");
    window.addEventListener("hashchange", () => isOfPlace() || load());
    for (const control of [bar, ...boxes]) control.hidden = false;
    form.classList.add("live");
    if (isOfPlace()) apply();
    else load();
  };

  // ---- Colours ----

  // A browser may refuse to remember anything for a page that was opened as a file.
  const KEY = "tonelint-scheme";
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // It holds until the page is closed.
    }
  };

  const setUpColours = (button) => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
    const name = () => {
      button.textContent = isDark() ? "Light colours" : "Dark colours";
    };
    const scheme = remembered();
    if (scheme) root.dataset.scheme = scheme;
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      remember(root.dataset.scheme);
      name();
    });
    system.addEventListener("change", name);
    button.hidden = false;
    name();
  };

  setUpColours(document.getElementById("scheme"));
  setUpLinks();
  const filters = document.getElementById("filters");
  if (filters) setUpFilters(filters);
}
