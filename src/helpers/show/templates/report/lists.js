// Lists over all pages: found by words, narrowed by page, topic, severity and kind, sorted; drawn as far as one looks.
const SHOWN = 40; // rows that are drawn at once

// choices: [{ name, words, options: [[value, words]], of: (item) => value }]; sorts: [[words, compare]].
function list({ caption, columns, items, row, words, choices = [], sorts = [], empty, chosen = {} }) {
  const found = [];
  const state = { ...chosen };
  const said = make("p", { class: "note", role: "status" });
  const holder = table(caption, columns, []);
  const body = holder.querySelector("tbody");
  const more = make("button", { type: "button", class: "more", hidden: true, onclick: () => grow() }, "Show more");
  const bar = make("form", { class: "filters", onsubmit: (event) => event.preventDefault() },
    make("label", {}, "Words ", make("input", { type: "search", "aria-label": "Words", value: state.words ?? "", oninput: (event) => change("words", event.target.value) })),
    choices.map(({ name, words: label, options }) => make("label", {}, `${label} `,
      make("select", { name, "aria-label": label, onchange: (event) => change(name, event.target.value) }, make("option", { value: "" }, "all"),
        options.map(([value, shown]) => make("option", { value, selected: String(value) === String(state[name] ?? "") }, shown))))),
    sorts.length > 1 ? make("label", {}, "Sorted by ", make("select", { name: "sort", "aria-label": "Sorted by", onchange: (event) => change("sort", event.target.value) },
      sorts.map(([shown], number) => make("option", { value: number }, shown)))) : "");
  let visible = [];
  let drawn = 0;

  function change(name, value) {
    state[name] = value;
    show();
  }
  function grow() {
    body.append(...visible.slice(drawn, drawn + SHOWN).map((item) => row(item)));
    drawn = Math.min(drawn + SHOWN, visible.length);
    more.hidden = drawn >= visible.length;
  }
  function show(ended = true) {
    const sought = folded(state.words ?? "").split(/\s+/).filter(Boolean);
    visible = found.filter((item) => choices.every(({ name, of }) => !state[name] || [of(item)].flat().map(String).includes(String(state[name])))
      && (!sought.length || sought.every((one) => (item.folded ??= folded(words(item))).includes(one))));
    const compare = sorts[Number(state.sort ?? 0)]?.[1];
    if (compare) visible.sort(compare);
    body.replaceChildren();
    drawn = 0;
    grow();
    said.textContent = !ended ? `Reading … ${counted(found.length, "row")} so far` :
      !found.length ? empty : visible.length === found.length ? `${visible.length} in all.` : `${visible.length} of ${found.length}.`;
    holder.hidden = !visible.length;
  }
  const home = make("div", { class: "listing" }, bar, said, holder, more);
  new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && !more.hidden && grow(), { rootMargin: "400px" }).observe(more);
  (async () => {
    let last = performance.now();
    for await (const item of items()) {
      found.push(item);
      if (performance.now() - last > 400) {
        if (!home.isConnected && found.length > SHOWN) return;
        show(false);
        last = performance.now();
      }
    }
    show();
  })().catch((error) => { said.textContent = error.message; });
  return home;
}

const pageChoice = { name: "page", words: "Page", options: first.pages.map((one, number) => [number, one.n]), of: (item) => item.page.number };
const topicChoice = (of) => ({ name: "topic", words: "Topic", of,
  options: first.topics.map((one, number) => [number, one[0]]).filter(([number]) => first.topics[number][4]) });
const severityChoice = (of) => ({ name: "severity", words: "Severity", of, options: first.severities.map((one, number) => [number, one[1]]) });

const FOUND = ["Severity", "The problem", "The page says", "What speaks against it", "The harm if it stands", "What to do"];
const findingRow = (page, one) => heldRow(FOUND, one.c, page.words, page);
const findingsTable = (page, findings, caption) => table(caption, FOUND, findings.map((one) => findingRow(page, one)));
