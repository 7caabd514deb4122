// The review panel in the browser. Whatever comes from a source is set as text, never as markup.
// It needs `model.send`, `model.on` and `model.off` for messages, and an element to draw in: a notebook's widget gives both, so does the app.

const ROW = 62; // height of an entry in the list, in pixels
const SPARE = 6; // entries drawn above and below what can be seen
const AHEAD = 3; // entries fetched before they are needed
const MANY = 8; // places from which on their list takes most of the height
const PATIENCE = 20_000; // milliseconds until an unanswered message counts as failed; longer than the store waits

const SEVERITY = { high: ["▲", "High severity"], medium: ["◆", "Medium severity"], low: ["●", "Low severity"], "": ["–", "No severity"] };
const SHOW = {
  all: ["Everything", () => true],
  open: ["My queue", (entry) => entry.open > 0],
  settle: ["To settle", (entry) => entry.stage === "settle"],
  offered: ["Decided before elsewhere", (entry) => entry.offered > 0],
  noted: ["With a note", (entry) => entry.noted],
  waiting: ["Waiting for a second reviewer", (entry) => entry.stage === "waiting"],
  disagree: ["Reviewers disagree", (entry) => entry.state.includes("disagree")],
  done: ["Nothing left for me", (entry) => entry.open === 0],
  later: ["Put aside for later", (entry, later) => later.has(entry.id)],
};
const GRADES = Object.values(SEVERITY).map(([, words]) => words);
const GRAVE = { high: 0, medium: 1, low: 2, "": 3 };
const SORT = {
  page: ["Page by page", (a, b) => a.rank - b.rank],
  grave: ["The gravest first", (a, b) => GRAVE[a.severity] - GRAVE[b.severity] || a.rank - b.rank],
  topic: ["By topic", (a, b) => (a.topics[0] ?? "").localeCompare(b.topics[0] ?? "") || a.rank - b.rank],
  kind: ["By kind", (a, b) => a.kind.localeCompare(b.kind) || a.rank - b.rank],
  places: ["Most places first", (a, b) => b.places - a.places || a.rank - b.rank],
};
// What can be chosen of the entries, beside where they stand: the label, and an entry's values.
const FILTERS = {
  page: ["Page", (entry) => entry.sources],
  topic: ["Topic", (entry) => entry.topics],
  severity: ["Severity", (entry) => [SEVERITY[entry.severity][1]]],
  kind: ["Kind", (entry) => (entry.kind ? [entry.kind] : [])],
};
const KEYS = [
  ["1 – 7", "give the verdict; it is kept at once, and the next card comes"],
  ["y", "same as before: take the earlier decision again"],
  ["↓ ↑ or j k", "next or previous card"],
  ["n", "next sentence"],
  ["Space", "scroll the places on"],
  ["x", "untick this sentence (an exception), or tick it again"],
  ["b", "decide the whole sentence of this place"],
  ["p", "read the page, and say what was missed in it"],
  ["i", "put the ticked warnings into the suggested wording"],
  ["r  w  f", "write the reason, the wording suggested instead, the references"],
  ["Esc", "leave a field; its text stays"],
  ["s", "put aside for later; it comes back"],
  ["g", "go on with what is left, on whatever page"],
  ["u", "take back your last step"],
  ["Enter", "type your name"],
  ["/", "find in the cards and in the pages' words"],
  ["?", "show or hide this help"],
];
const HELD = ["ArrowDown", "ArrowUp", "j", "k", "n", " "]; // keys that may be held
const SILENT = ["no evidence found", "not in the register's scope"]; // what the register says of a claim where it says nothing
const REFUSALS = ["unsubstantiated", "misleading"];
const FIELDS = ["reason", "wording", "references", "expires"];

/** Make an element: its class, its text, its other properties, its children. */
function make(tag, name = "", text = "", properties = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const unique = (texts) => [...new Set(texts.filter(Boolean))];
const day = (stamp) => `${stamp.slice(0, 10)} ${stamp.slice(11, 16)} UTC`;

/** Text that is typed but not yet kept, by entry; it outlives a reload, a lost kernel and a full disk. */
function keepsake(name) {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    // no storage here: the text lives as long as the page
  }
  const drafts = kept.drafts ?? {};
  const skipped = new Set(kept.skipped ?? []);
  const store = () => {
    try {
      localStorage.setItem(name, JSON.stringify({ drafts, skipped: [...skipped] }));
    } catch {
      // as above
    }
  };
  return { drafts, skipped, store };
}

/** Ask the kernel; the promise fails with a sentence when it refuses or stays silent. An answer that comes late is still heard. */
function asker(model) {
  let count = 0;
  const waiting = new Map();
  const hear = (answer) => {
    const one = waiting.get(answer.ticket);
    if (!one) return;
    waiting.delete(answer.ticket);
    clearTimeout(one.timer);
    if (answer.kind === "failed") one.reject(Object.assign(new Error(answer.why), { refused: answer.refused }));
    else if (one.silent) one.late(answer);
    else one.resolve(answer);
  };
  model.on("msg:custom", hear);
  const own = Math.random().toString(36).slice(2); // two views of one panel do not take each other's answers
  const ask = (message, late = () => {}) =>
    new Promise((resolve, reject) => {
      const ticket = `${own}-${(count += 1)}`;
      const one = { resolve, reject, late, silent: false };
      one.timer = setTimeout(() => {
        one.silent = true;
        reject(new Error("No answer yet: the workbook is busy, or stopped. If it is stopped, start it again (a notebook: run its cells again); then save again."));
      }, PATIENCE);
      waiting.set(ticket, one);
      model.send({ ...message, ticket });
    });
  return { ask, leave: () => model.off("msg:custom", hear) };
}

/** One thing that stands beside a claim, with its references; only a secure address becomes a link. */
function showNote({ kind, words, links, severity }) {
  const note = make("div", `erw-kind-${kind.replace(/\W+/g, "-")}`, "", {}, ...(kind ? [make("strong", "", kind), " "] : []), words);
  if (severity) note.dataset.severity = severity;
  note.append(...foldLinks(links));
  return note;
}

/** References one by one only when they are asked for. */
function foldLinks(links) {
  return links.length ? [make("details", "erw-sources", "", {}, make("summary", "", plural(links.length, "source", "sources")), ...showLinks(links))] : [];
}

function showLinks(links) {
  return links.map((link) => {
    const safe = link.url.startsWith("https://");
    return safe ? make("a", "erw-link", link.words, { href: link.url, target: "_blank", rel: "noopener noreferrer" }) : make("span", "erw-link", link.words);
  });
}

/** What became of a sentence, word by word; what went and what came is told apart by more than colour. */
function showChanges(changes) {
  const parts = changes.flatMap(([kind, words]) => [make({ same: "span", gone: "del", new: "ins" }[kind], "", words), " "]);
  return make("span", "erw-changes", "", {}, ...parts);
}

/** The offset in a page's text of a place in what is drawn of it: browsers count in halves of some characters, the text does not. */
function offsetOf(node, offset, host) {
  if (!host.contains(node)) return null;
  if (node.nodeType !== Node.TEXT_NODE) {
    const child = node.childNodes[offset];
    if (child && child !== node) return offsetOf(child, 0, host);
    const last = [...node.querySelectorAll("[data-end]")].at(-1);
    return last ? Number(last.dataset.end) : node.dataset?.end ? Number(node.dataset.end) : null;
  }
  const piece = node.parentElement.closest("[data-start]");
  if (!piece) return null;
  if (piece.dataset.odd) return Number(offset ? piece.dataset.end : piece.dataset.start);
  return Number(piece.dataset.start) + [...node.data.slice(0, offset)].length;
}

function build() {
  const el = { root: make("div", "erw", "", { tabIndex: 0, role: "group", "aria-label": "Review of claims" }) };
  // Without these two, JupyterLab takes the keys for commands of its own and edits the notebook.
  el.root.dataset.lmSuppressShortcuts = "true";

  el.bar = make("div", "erw-bar-fill");
  el.count = make("span", "erw-count");
  el.name = make("input", "erw-name", "", { type: "text", maxLength: 100, placeholder: "your name", autocomplete: "off" });
  el.find = make("input", "erw-find", "", { type: "search", placeholder: "find in cards and in the pages' words  ( / )", "aria-label": "Find" });
  const choice = (name, options) => {
    const select = make("select", `erw-${name}`, "", { "aria-label": name === "show" ? "Show" : "Sort" });
    for (const [value, [words]] of Object.entries(options)) select.append(make("option", "", words, { value }));
    return select;
  };
  el.show = choice("show", SHOW);
  el.sort = choice("sort", SORT);
  el.filters = make("div", "erw-filters", "", { role: "group", "aria-label": "What the list shows" }, el.show);
  for (const [name, [words]] of Object.entries(FILTERS)) {
    el[`by_${name}`] = make("select", `erw-by-${name}`, "", { "aria-label": words });
    el.filters.append(el[`by_${name}`]);
  }
  el.clear = make("button", "erw-quiet erw-clear", "Show everything", { type: "button", hidden: true });
  el.left = make("span", "erw-left");
  el.filters.append(el.sort, el.clear, el.left);
  el.help = make("button", "erw-quiet", "Keys (?)", { type: "button", "aria-expanded": "false" });
  const progress = make("div", "erw-progress", "", { role: "progressbar", "aria-label": "Progress", "aria-valuemin": "0" });
  progress.append(el.bar);
  el.progress = progress;
  const who = make("label", "erw-who", "Reviewer ");
  who.append(el.name);
  const head = make("header", "erw-head", "", {}, who, el.find, progress, el.count, el.help);

  el.list = make("div", "erw-list", "", { role: "listbox", "aria-label": "What there is to decide, the gravest first", tabIndex: 0 });
  el.span = make("div", "erw-span", "", { role: "presentation" });
  el.list.append(el.span);
  el.found = make("section", "erw-found", "", { "aria-label": "Found in the pages' words", hidden: true });

  el.title = make("h2", "erw-title");
  el.about = make("p", "erw-about");
  el.note = make("p", "erw-note", "", { hidden: true });
  el.lapsed = make("div", "erw-lapsed", "", { hidden: true });
  el.where = make("p", "erw-where");
  el.text = make("div", "erw-text", "", { tabIndex: 0, role: "region", "aria-label": "The claim in its paragraph" });
  el.places = make("ul", "erw-places", "", { tabIndex: -1 });
  el.owed = make("ul", "erw-owed");
  el.insert = make("button", "erw-quiet erw-insert", "Put what is ticked into the suggested wording (i)", { type: "button" });
  const notes = (name, words) => make("div", `erw-notes ${name}`, "", { tabIndex: 0, role: "group", "aria-label": words }); // scrolled by keys as well
  el.mend = notes("erw-mend", "To mend on the page itself");
  el.why = make("div", "erw-notes erw-why");
  el.others = notes("", "Findings and other sources");
  el.evidence = notes("", "Evidence");
  el.said = make("div", "erw-said");
  const box = (words, ...inside) => make("section", "erw-box", "", {}, make("h3", "", words), ...inside);
  el.placesBox = box("Said in", el.places);
  el.placesBox.classList.add("erw-top");
  el.owedBox = box("Left out: tick what is to be inserted", el.owed, el.insert);
  el.owedBox.classList.add("erw-top");
  el.mendBox = box("To mend on the page itself", el.mend);
  const beside = make("div", "erw-beside", "", {}, box("Findings and other sources", el.others), box("Evidence", el.evidence));
  el.claim = make("section", "erw-claim", "", { "aria-live": "off" });
  el.beside = beside;
  el.claim.append(el.title, el.about, el.why, el.owedBox, el.note, el.lapsed, el.where, el.text, el.placesBox, beside, el.mendBox);

  el.verdicts = make("div", "erw-verdicts", "", { role: "group", "aria-label": "Verdict" });
  const field = (words, input) => make("label", "erw-field", "", {}, make("span", "", words), input);
  el.reason = make("textarea", "erw-reason", "", { rows: 2 });
  el.wording = make("textarea", "erw-wording", "", { rows: 2 });
  el.references = make("textarea", "erw-references", "", { rows: 2 });
  el.expires = make("input", "erw-expires", "", { type: "date" });
  el.same = make("button", "erw-same", "", { type: "button", hidden: true });
  el.sentence = make("button", "erw-quiet erw-sentence", "Sentence (b)", { type: "button", title: "Decide everything that this sentence says" });
  el.read = make("button", "erw-quiet erw-read", "Page (p)", { type: "button", title: "Read the page, and say what was missed in it" });
  el.skip = make("button", "erw-quiet erw-skip", "Later (s)", { type: "button", title: "Put this card aside; it comes back" });
  el.undo = make("button", "erw-quiet erw-undo", "Undo (u)", { type: "button", title: "Take back your last step" });
  el.status = make("p", "erw-status", "", { role: "status" });
  el.trouble = make("div", "erw-trouble", "", { role: "alert", hidden: true });
  el.form = make("section", "erw-form", "", { "aria-label": "Your decision" });
  el.form.append(
    el.verdicts,
    el.same,
    el.said,
    field("Reason (r)", el.reason),
    field("Suggested wording (w)", el.wording),
    field("References, one a line (f)", el.references),
    field("Good until", el.expires),
    make("div", "erw-buttons", "", {}, el.sentence, el.read),
    make("div", "erw-buttons", "", {}, el.skip, el.undo),
  );

  el.pageTitle = make("h2", "erw-page-title");
  el.pageText = make("div", "erw-page-text", "", { tabIndex: 0, role: "region", "aria-label": "The page's words; arrow keys go from sentence to sentence" });
  el.picked = make("p", "erw-picked");
  el.topic = make("select", "erw-topic");
  el.level = make("select", "erw-level");
  el.item = make("input", "erw-item", "", { type: "text", maxLength: 200, autocomplete: "off" });
  el.items = make("datalist", "", "", { id: `erw-items-${Math.random().toString(36).slice(2)}` });
  el.item.setAttribute("list", el.items.id);
  el.treatment = make("select", "erw-treatment");
  el.add = make("button", "erw-add", "Add it to the queue", { type: "button" });
  el.close = make("button", "erw-quiet erw-close", "Back to the card (Esc)", { type: "button" });
  el.itemField = field("", el.item);
  el.itemField.append(el.items);
  el.levelField = field("How much, or which", el.level);
  el.missed = make("div", "erw-missed", "", {}, make("h3", "", "Missed: what do the selected words claim?"), el.picked);
  el.missed.append(field("About", el.topic), el.itemField, el.levelField, field("Treatment", el.treatment), el.add, el.close);
  const help = "What the rules have read is marked. Select words that make a claim and were not read; with keys: ↓ ↑ take whole sentences.";
  const leaf = make("div", "erw-leaf", "", {}, el.pageTitle, make("p", "erw-where", help), el.pageText);
  el.page = make("section", "erw-reading", "", { "aria-label": "The page", hidden: true }, leaf, el.missed);

  el.keys = make("div", "erw-keys", "", { hidden: true });
  for (const [keys, words] of KEYS) el.keys.append(make("p", "", "", {}, make("strong", "", keys), ` ${words}`));
  const left = make("div", "erw-side", "", {}, el.list, el.found);
  el.columns = make("div", "erw-columns", "", {}, left, el.claim, el.form, el.page);
  el.root.append(head, el.filters, el.trouble, el.keys, el.columns, el.status);
  return el;
}

function render({ model, el: host }) {
  const el = build();
  const { ask, leave } = asker(model);
  const entries = new Map();
  const details = new Map();
  const unsaved = new Map(); // entry id -> { message, why }
  const saving = new Set();
  const seen = new Map(); // entry id -> the places of it that were on the screen
  let verdicts = [];
  let listed = [];
  let current = "";
  let place = 0;
  let kept = keepsake("");
  let origin = ""; // the card from which a whole sentence, or the page, was opened
  let looking = 0; // the timer of a search
  let reading = null; // the page that is read, and what of it is selected
  host.append(el.root);

  // ---- the list: only what can be seen is drawn

  function narrow() {
    const words = el.find.value.trim().toLowerCase();
    const [, wanted] = SHOW[el.show.value];
    const chosen = Object.entries(FILTERS).filter(([name]) => el[`by_${name}`].value);
    const fits = (entry) => chosen.every(([name, [, values]]) => values(entry).includes(el[`by_${name}`].value));
    const holds = (entry) => !words || [entry.words, entry.said, ...entry.topics, ...entry.sources].some((text) => text.toLowerCase().includes(words));
    const there = (entry) => entry.places || entry.stage === "mend";
    listed = queue()
      .filter((entry) => there(entry) && wanted(entry, kept.skipped) && fits(entry) && holds(entry))
      .sort(SORT[el.sort.value][1])
      .map((entry) => entry.id);
    el.clear.hidden = !words && !chosen.length && el.show.value === "all";
    el.span.style.height = `${Math.max(1, listed.length) * ROW}px`;
    el.list.scrollTop = 0;
    reveal();
    draw();
  }

  /** Every entry but a sentence that is looked at on its own. */
  function queue() {
    return [...entries.values()].filter((entry) => !isSentence(entry.id));
  }

  function isSentence(id) {
    return id.startsWith("sentence:");
  }

  /** Offer what there is to choose of; a choice that is gone is none. */
  function offerFilters() {
    for (const [name, [words, values]] of Object.entries(FILTERS)) {
      const select = el[`by_${name}`];
      const before = select.value;
      const counts = new Map();
      for (const entry of queue()) for (const value of new Set(values(entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
      const names = [...counts.keys()];
      if (name === "topic") names.sort();
      if (name === "severity") names.sort((a, b) => GRADES.indexOf(a) - GRADES.indexOf(b));
      const every = { page: "Every page", topic: "Every topic", severity: "Every severity", kind: "Every kind" }[name];
      select.replaceChildren(make("option", "", every, { value: "" }), ...names.map((value) => make("option", "", `${value} (${counts.get(value)})`, { value })));
      select.value = names.includes(before) ? before : "";
      select.hidden = names.length < 2;
      select.setAttribute("aria-label", words);
    }
  }

  /** Show another list, and the first card of it that is left. */
  function chooseList() {
    narrow();
    if (!listed.includes(current) && listed.length) select(listed.find((id) => entries.get(id).open) ?? listed[0]);
  }

  function showEverything() {
    el.find.value = "";
    el.show.value = "all";
    for (const name of Object.keys(FILTERS)) el[`by_${name}`].value = "";
    narrow();
    showFound(null);
  }

  function stateOf(entry) {
    if (!entry.places) return ["–", entry.state];
    if (unsaved.has(entry.id)) return ["!", "Not saved"];
    if (saving.has(entry.id)) return ["…", "Saving"];
    if (entry.open && kept.skipped.has(entry.id)) return ["»", "Put aside"];
    if (entry.open) return [entry.open < entry.places ? "◐" : "○", entry.state];
    return [entry.state.includes("disagree") || entry.state.startsWith("Waiting") ? "◐" : "●", entry.state];
  }

  function draw() {
    const first = Math.max(0, Math.floor(el.list.scrollTop / ROW) - SPARE);
    const last = Math.min(listed.length, Math.ceil((el.list.scrollTop + el.list.clientHeight) / ROW) + SPARE);
    const rows = listed.slice(first, last).map((id, offset) => {
      const entry = entries.get(id);
      const [mark, grave] = SEVERITY[entry.severity];
      const [sign, state] = stateOf(entry);
      const row = make("div", "erw-entry", "", { role: "option", id: `${viewId}-${id}`, title: entry.words });
      row.dataset.id = id;
      row.dataset.severity = entry.severity;
      row.style.top = `${(first + offset) * ROW}px`;
      row.setAttribute("aria-selected", String(id === current));
      row.setAttribute("aria-setsize", String(listed.length));
      row.setAttribute("aria-posinset", String(first + offset + 1));
      const badge = make("span", "erw-mark", mark, { title: grave, role: "img", "aria-label": grave });
      const where = `${plural(entry.places, "place", "places")}, ${plural(entry.sources.length, "source", "sources")}`;
      const often = make("span", "erw-often", entry.places > 1 ? `× ${entry.places}` : "", { title: where });
      const lines = entry.page ? [make("span", "erw-card", entry.words), make("span", "erw-page", entry.page)] : [entry.words];
      const words = make("span", "erw-words", "", {}, ...lines);
      const again = entry.offered ? ` · ${entry.offered} as before` : "";
      row.append(badge, words, make("span", "erw-state", `${sign} ${state}${again}`), often);
      return row;
    });
    if (!rows.length) rows.push(make("p", "erw-none", entries.size ? "Nothing here. Show everything, or find other words." : "There is nothing to review."));
    el.span.replaceChildren(...rows);
    el.list.setAttribute("aria-activedescendant", current ? `${viewId}-${current}` : "");
  }

  function reveal() {
    const top = listed.indexOf(current) * ROW;
    if (top < 0) return;
    if (top < el.list.scrollTop) el.list.scrollTop = top;
    else if (top + ROW > el.list.scrollTop + el.list.clientHeight) el.list.scrollTop = top + ROW - el.list.clientHeight;
  }

  // ---- one entry: the claim, its places, what stands beside it

  async function fetchDetails(ids) {
    const lacking = ids.filter((id) => id && !details.has(id));
    if (!lacking.length) return;
    try {
      const answer = await ask({ kind: "detail", entries: lacking });
      for (const detail of answer.details) details.set(detail.id, detail);
    } catch (error) {
      say(`This statement cannot be shown: ${error.message}`);
    }
  }

  async function select(id) {
    closePage();
    if (id !== current) amend();
    current = id;
    place = 0;
    draw();
    reveal();
    const at = listed.indexOf(id);
    const near = [id, ...listed.slice(at + 1, at + 1 + AHEAD), listed[at - 1]];
    if (details.has(id)) {
      showEntry();
      fetchDetails(near);
    } else {
      await fetchDetails(near);
      if (current === id) showEntry();
    }
  }

  function showEntry() {
    const held = el.root.contains(document.activeElement);
    drawEntry();
    if (held) keepFocus();
  }

  function drawEntry() {
    const entry = entries.get(current);
    const detail = details.get(current);
    el.claim.hidden = el.form.hidden = !entry || !detail;
    if (!entry || !detail) return;
    const first = detail.places.find((one) => one.settle) ?? detail.places.find((one) => one.open);
    place = Math.max(0, detail.places.indexOf(first));
    const [mark, grave] = SEVERITY[entry.severity];
    showLeft();
    el.title.textContent = entry.words;
    el.sentence.textContent = isSentence(entry.id) ? "Card (b)" : "Sentence (b)";
    const about = entry.page ? [entry.page] : [entry.topic, `on ${plural(entry.sources.length, "source", "sources")}`];
    const grades = entry.severity ? [`${mark} ${grave}`] : [];
    const isRead = detail.lines.some((line) => line.readings.some(({ words }) => words));
    const usual = detail.about && entry.page && isRead ? [`about ${detail.about} where nothing else is said`] : [];
    el.about.textContent = [...grades, counted(detail), ...about, ...usual].join(" · ");
    el.why.hidden = !detail.why.length;
    el.why.replaceChildren(...showWhy(entry, detail.why));
    el.root.toggleAttribute("data-cards", Boolean(entry.page));
    el.root.toggleAttribute("data-many", detail.lines.length > MANY);
    el.root.toggleAttribute("data-table", detail.lines.length > 1);
    showOwed(detail);
    el.mendBox.hidden = !detail.notes.length;
    el.mend.replaceChildren(...detail.notes.map(showNote));
    for (const part of [el.form, el.text, el.where, el.beside]) part.hidden = !detail.places.length;
    if (!detail.places.length) {
      el.placesBox.hidden = el.note.hidden = el.lapsed.hidden = true;
      return;
    }
    el.places.scrollTop = 0;
    showPlaces();
    showFields();
    showVerdicts();
  }

  /** What is wrong with these words; where several things are, the first of them, and the others when they are asked for. */
  function showWhy(entry, why) {
    const isTitle = (note) => entry.words.toLowerCase().endsWith(note.kind.toLowerCase());
    const [first, ...others] = [...why.filter(isTitle).map((note) => ({ ...note, kind: "" })), ...why.filter((note) => !isTitle(note))].map(showNote);
    if (!others.length) return first ? [first] : [];
    const kinds = unique(why.filter((note) => !isTitle(note)).map(({ kind }) => kind.toLowerCase()));
    const more = make("details", "erw-sources", "", {}, make("summary", "", `${plural(others.length, "more thing", "more things")} found on these words: ${kinds.join(", ")}`), ...others);
    more.firstChild.addEventListener("click", (event) => event.detail && el.root.focus({ preventScroll: true })); // by mouse: Space goes on scrolling
    return [first, more];
  }

  function showOwed({ id, owed }) {
    el.owedBox.hidden = !owed.length;
    const off = kept.drafts[id]?.off ?? [];
    el.owed.replaceChildren(
      ...owed.map((one, index) => {
        const [mark, grave] = SEVERITY[one.severity];
        const box = make("input", "", "", { type: "checkbox", checked: !off.includes(index) });
        box.addEventListener("change", () => {
          const others = (kept.drafts[id]?.off ?? []).filter((other) => other !== index);
          noteDraft({ off: box.checked ? others : [...others, index] });
        });
        const title = make("label", "", "", { title: one.again ? one.insert : one.words }, box, make("span", "erw-grade", mark, { title: grave }), make("span", "", one.again ? one.words : one.insert));
        if (one.again) title.append(make("em", "erw-again-told", " (its text: on the card before)"));
        const line = make("li", "", "", {}, title, ...foldLinks(one.links));
        line.dataset.claim = warningName(index);
        return line;
      }),
    );
  }

  function warningName(index) {
    return `warning ${index + 1}`;
  }

  /** Write the ticked warnings into the wording, where they can still be changed. */
  function insertOwed() {
    const { owed = [] } = details.get(current) ?? {};
    const off = kept.drafts[current]?.off ?? [];
    if (!owed.length) return;
    el.wording.value = owed.filter((_, index) => !off.includes(index)).map((one) => one.insert).join(" ");
    el.reason.value ||= unique(details.get(current).places.map((one) => one.ready.against)).join(" ");
    noteDraft({ wording: el.wording.value, reason: el.reason.value });
  }

  /** Which places of an entry a verdict can be for, which of them are ticked, and which the reviewer took out. */
  function scope(detail) {
    const settle = detail.places.filter((one) => one.settle);
    const open = detail.places.filter((one) => one.open);
    const own = detail.places.filter((one) => one.own);
    const [first] = [settle, open, own].filter((some) => some.length); // ticked at the start
    const within = settle.length ? settle : [...open, ...own];
    const ticks = kept.drafts[detail.id]?.ticks ?? {};
    const isTicked = (one) => within.includes(one) && (ticks[one.claim_id] ?? first.includes(one));
    return { within, ticked: detail.places.filter(isTicked), left: (first ?? []).filter((one) => !isTicked(one)) };
  }

  /** What the ticked places have in common of one's own verdicts; nothing where they differ or one of them has none. */
  function standing({ ticked }) {
    const own = ticked.map((one) => (one.own ? { ...one.own, references: one.own.references.join("\n") } : {}));
    const shared = (name) => (own.length && own.every((one) => one[name] === own[0][name]) ? (own[0][name] ?? "") : "");
    return Object.fromEntries(["verdict", ...FIELDS].map((name) => [name, shared(name)]));
  }

  function showFields() {
    const stands = standing(scope(details.get(current)));
    for (const name of FIELDS) el[name].value = kept.drafts[current]?.[name] ?? stands[name];
  }

  function showPlaces() {
    const detail = details.get(current);
    const { within, ticked } = scope(detail);
    const entry = entries.get(current);
    const one = detail.places[place];
    const at = lineOf(detail, place);
    const count = detail.lines.length > 1 ? ` · sentence ${at + 1} of ${detail.lines.length} (n: next)` : "";
    el.where.textContent = `In “${one.source}”${one.place ? `, ${one.place}` : ""}${count}`;
    const quote = make("mark", "erw-quote", one.quote);
    el.text.replaceChildren(make("span", "", one.before), quote, make("span", "", one.after));
    el.note.textContent = one.note;
    el.note.hidden = !one.note;
    el.lapsed.hidden = !one.lapsed.length;
    el.lapsed.replaceChildren(...one.lapsed.map(({ words, changes }) => make("p", "", words, {}, ...(changes.length ? [make("br"), showChanges(changes)] : []))));
    showSame();
    el.placesBox.hidden = detail.places.length < 2 && !(entry.page && detail.lines[0].readings[0].words);
    el.beside.hidden = Boolean(entry.page) && !detail.places.some(({ relations, evidence }) => relations.length || evidence.some(({ kind }) => !SILENT.includes(kind)));
    el.places.replaceChildren(
      ...detail.lines.flatMap((line, index) => {
        const shown = showLine(entry, detail, line, { within, ticked }, index === at);
        const isNew = entry.page && entry.topics.length > 1 && line.heading !== detail.lines[index - 1]?.heading;
        return isNew ? [make("li", "erw-heading", line.heading), shown] : [shown];
      }),
    );
    showPlace();
    noteSeen();
    const notes = (all, none) => (all.length ? all.map(showNote) : [make("p", "erw-none", none)]);
    el.others.replaceChildren(...(one.relations.length ? showRelations(one.relations) : notes([], "No statement of another source is set beside this one.")));
    el.evidence.replaceChildren(...notes(one.evidence, "No entry of the evidence register is set beside this one."));
    const said = one.verdicts.map((verdict) => {
      const who = verdict.who === el.name.value.trim() ? "You" : verdict.who;
      const line = make("p", "", `${who}${verdict.settled ? " settled it" : ""}: `, {}, make("strong", "", verdict.words), ` (${day(verdict.when)})`);
      if (verdict.reason) line.append(make("span", "", `. ${verdict.reason}`));
      if (verdict.wording) line.append(make("span", "", `. Instead: “${verdict.wording}”`));
      return line;
    });
    if (one.hidden) said.push(make("p", "erw-none", `${plural(one.hidden, "verdict of another reviewer is", "verdicts of others are")} hidden until yours is in.`));
    el.said.replaceChildren(...said);
    el.text.scrollTop = Math.max(0, quote.offsetTop - el.text.offsetTop - el.text.clientHeight / 3); // when all stands in its place
  }

  /** What is found about a place first, else what speaks against it; what only stands beside it when it is asked for. */
  function showRelations(relations) {
    const found = relations.filter(({ severity }) => severity);
    const against = relations.filter(({ kind }) => kind === "conflict" || kind === "tension");
    const shown = found.length ? found : against.length ? against : relations;
    const others = relations.filter((note) => !shown.includes(note)).map(showNote);
    if (!others.length) return shown.map(showNote);
    return [...shown.map(showNote), make("details", "erw-sources", "", {}, make("summary", "", `${plural(others.length, "other statement", "other statements")} beside it`), ...others)];
  }

  /** Show a sentence with what was read from it: one box for all of it, and one for each reading where there are several. */
  function showLine(entry, detail, line, { within, ticked }, isCurrent) {
    const own = placesOf(detail, line);
    const able = own.filter((one) => within.includes(one));
    const on = own.filter((one) => ticked.includes(one));
    const box = make("input", "", "", { type: "checkbox", checked: on.length > 0, indeterminate: on.length > 0 && on.length < able.length, disabled: !able.length });
    const words = line.pieces.map(([text]) => text).join("");
    box.setAttribute("aria-label", `Decide this place with the others: ${words}`);
    box.addEventListener("change", () => tick(able, box.checked));
    const worst = own.map(({ severity }) => severity).sort((a, b) => GRAVE[a] - GRAVE[b])[0];
    const mark = entry.page && worst ? [make("span", "erw-grade", SEVERITY[worst][0], { title: SEVERITY[worst][1] })] : [];
    const pieces = line.pieces.map(([text, marked]) => (marked && line.readings[0].words ? make("mark", "", text) : text));
    const go = make("button", "erw-place", "", { type: "button" }, ...mark, ...(entry.page ? [] : [`${line.source}: `]), make("q", "", "", {}, ...pieces));
    if (own[0].place) go.append(make("em", "erw-in-file", ` ${own[0].place}`));
    for (const { before_this: before } of own.filter((one) => one.before_this)) {
      go.append(make("span", "erw-before", `= as before: ${before.words} (${before.who}, ${before.when.slice(0, 10)}) `, {}, ...(before.changes.length ? [showChanges(before.changes)] : [])));
    }
    go.setAttribute("aria-current", String(isCurrent));
    go.addEventListener("click", () => {
      place = detail.places.indexOf(own[0]);
      showPlaces();
      keepFocus();
    });
    const readings = line.readings.map((reading, index) => showReading(own[index], reading.words, own.length > 1 && within.includes(own[index]), ticked.includes(own[index])));
    const item = make("li", "erw-line", "", {}, box, make("div", "", "", {}, go, make("div", "erw-readings", "", {}, ...readings)));
    item.dataset.claims = JSON.stringify(own.map((one) => one.claim_id));
    return item;
  }

  /** What was read from a sentence, and what became of it. */
  function showReading(one, words, apart, isTicked) {
    const state = one.own ? one.own.words : one.open ? (isTicked ? "" : "exception: decide it apart") : "decided";
    const said = [words, state && make("em", "", ` ${state}`)].filter(Boolean);
    if (!apart) return make("span", "erw-reading-of", "", {}, ...said);
    const box = make("input", "", "", { type: "checkbox", checked: isTicked });
    box.addEventListener("change", () => tick([one], box.checked));
    return make("label", "erw-reading-of", "", {}, box, ...said);
  }

  function placesOf(detail, line) {
    return line.readings.map(({ claim_id: id }) => detail.places.find((one) => one.claim_id === id));
  }

  /** Which line a place stands in. */
  function lineOf(detail, index) {
    return detail.lines.findIndex((line) => line.readings.some(({ claim_id: id }) => id === detail.places[index].claim_id));
  }

  /** How much lies on a card. */
  function counted(detail) {
    const { places, lines } = detail;
    return lines.length < places.length ? `${plural(lines.length, "sentence", "sentences")}, ${plural(places.length, "reading", "readings")}` : plural(places.length, "place", "places");
  }

  /** Bring the sentence that is read into the list's window. */
  function showPlace() {
    const line = el.places.querySelector("[aria-current=true]")?.closest("li");
    if (!line || el.placesBox.hidden) return;
    const [top, bottom] = [line.offsetTop - el.places.offsetTop, line.offsetTop - el.places.offsetTop + line.offsetHeight];
    if (top < el.places.scrollTop) el.places.scrollTop = top;
    else if (bottom > el.places.scrollTop + el.places.clientHeight) el.places.scrollTop = bottom - el.places.clientHeight;
  }

  /** Remember which places and warnings were on the screen, from their first line to their last: no verdict is given on others. */
  function noteSeen() {
    if (el.claim.hidden) return;
    const shown = seen.get(current) ?? new Set();
    for (const line of [...(el.owedBox.hidden ? [] : el.owed.children), ...(el.placesBox.hidden ? [] : el.places.children)]) {
      const names = line.dataset.claims ? JSON.parse(line.dataset.claims) : [line.dataset.claim];
      if (!names[0] || names.every((name) => shown.has(name))) continue;
      const { left, top, bottom, width } = line.getBoundingClientRect();
      const isShown = (y) => line.contains(el.root.getRootNode().elementFromPoint(left + width / 2, y));
      if (isShown(top + 4)) line.dataset.top = "seen";
      if (isShown(bottom - 4)) line.dataset.bottom = "seen";
      if (line.dataset.top && line.dataset.bottom) for (const name of names) shown.add(name);
    }
    seen.set(current, shown);
  }

  /** Which ticked places can be decided as before. */
  function offered() {
    const detail = details.get(current);
    return detail ? scope(detail).ticked.filter((one) => one.before_this) : [];
  }

  function showSame() {
    const some = offered();
    el.same.hidden = !some.length;
    const said = unique(some.map(({ before_this: one }) => `${one.words} (${one.who}, ${one.when.slice(0, 10)}, in “${one.where}”)`));
    const where = some.length > 1 ? ` for ${some.length} places` : "";
    el.same.replaceChildren(make("kbd", "", "y"), make("span", "", `Same as before${where}: ${said.slice(0, 2).join("; ")}${said.length > 2 ? ` and ${said.length - 2} more` : ""}`));
    const given = unique(some.map(({ before_this: { reason, wording } }) => [reason, wording && `Instead: “${wording}”`].filter(Boolean).join(" ")));
    if (given.length) el.same.append(make("span", "erw-given", given.length > 1 ? `${given[0]} And ${given.length - 1} more.` : given[0]));
    if (some.length === 1 && some[0].before_this.changes.length && details.get(current).places.length === 1) el.same.append(showChanges(some[0].before_this.changes));
  }

  function showVerdicts() {
    const detail = details.get(current);
    const found = scope(detail);
    const stands = standing(found);
    const settles = detail.places.some((one) => one.settle);
    const count = `${found.ticked.length} of ${detail.places.length} places`;
    const where = detail.places.length > 1 ? ` ${settles ? "in" : "for"} ${count}` : "";
    el.verdicts.replaceChildren(
      make("h3", "", `${settles ? "You settle a disagreement" : "Your verdict"}${where}`),
      ...verdicts.map(({ verdict, words }, index) => {
        const button = make("button", "erw-verdict", "", { type: "button" }, make("kbd", "", String(index + 1)), make("span", "", words));
        button.dataset.verdict = verdict;
        button.setAttribute("aria-pressed", String(stands.verdict === verdict));
        button.addEventListener("click", () => rule(verdict));
        return button;
      }),
    );
  }

  // ---- decisions

  /** Keep what was typed or ticked until a verdict is stored. */
  function noteDraft(changed) {
    if (!current) return;
    kept.drafts[current] = { ...kept.drafts[current], ...changed };
    kept.store();
  }

  function tick(some, on) {
    const top = el.places.scrollTop;
    noteDraft({ ticks: { ...kept.drafts[current]?.ticks, ...Object.fromEntries(some.map((one) => [one.claim_id, on])) } });
    showPlaces();
    el.places.scrollTop = top;
    showFields();
    showVerdicts();
    keepFocus();
  }

  /** What was clicked is drawn anew: the keys are still for the panel. */
  function keepFocus() {
    if (!el.root.contains(document.activeElement)) el.root.focus();
  }

  const claimIds = (places) => places.map((one) => one.claim_id);

  function rule(verdict) {
    const detail = details.get(current);
    if (!detail) return;
    if (saving.has(current)) {
      say("Still saving this statement; press again.");
      return;
    }
    if (!isNamed()) return;
    if (!isListed()) return;
    const { ticked, left } = scope(detail);
    if (!ticked.length) {
      say("No place is ticked; tick one (x).");
      return;
    }
    if (!wereSeen(detail, ticked)) return;
    const fields = Object.fromEntries(FIELDS.map((name) => [name, el[name].value]));
    const stands = standing({ ticked });
    if (stands.verdict === verdict && FIELDS.every((name) => fields[name].trim() === stands[name].trim())) {
      say("You have decided this already, just so; nothing was added.");
      return;
    }
    if (!isGiven(verdict, ticked)) return;
    keep(current, { kind: "rule", verdict, chosen: claimIds(ticked), exceptions: claimIds(left), seen: [...(seen.get(current) ?? [])], ...fields });
    moveOn(left);
  }

  /** The next card, once nothing is left to do on this one; its exceptions are decided while it is at hand. */
  function moveOn(left) {
    if (isSentence(current)) select(origin);
    else if (!left.length || !entries.get(current).page) next();
  }

  /** Whether it is known who decides. The field is shown and not entered: the next key is a verdict again, and no name. */
  function isNamed() {
    const named = /\p{L}/u.test(el.name.value);
    el.name.toggleAttribute("aria-invalid", !named);
    if (!named) say("Who decides? Press Enter and type your name: every verdict says whose it is.");
    return named;
  }

  /** Nothing is decided that is not in the list. */
  function isListed() {
    const inList = listed.includes(isSentence(current) ? origin : current);
    if (!inList) say("This card is not in the list that you see: choose one of the list, or show everything.");
    return inList;
  }

  function wereSeen(detail, some) {
    const shown = seen.get(current) ?? new Set();
    const unread = detail.owed.filter((_, index) => !shown.has(warningName(index)));
    const unseen = detail.places.length > 1 ? some.filter((one) => !shown.has(one.claim_id)) : [];
    if (unread.length) say(`${plural(unread.length, "warning was", "warnings were")} not on the screen yet: scroll the list through (Space).`);
    else if (unseen.length) say(`${plural(unseen.length, "ticked place was", "ticked places were")} not on the screen yet: scroll the list through, or untick what you do not decide.`);
    return !unread.length && !unseen.length;
  }

  /** Whether a verdict has what it must come with; what stands ready for it is filled in, to be kept by the same key again or changed. */
  function isGiven(verdict, ticked) {
    const again = verdicts.findIndex((one) => one.verdict === verdict) + 1;
    if (verdict === "needs_qualification" && details.get(current).owed.length && !el.wording.value.trim()) {
      insertOwed();
      say(el.wording.value ? `Filled in: the warnings that are ticked. Press ${again} again to keep them, or change them first.` : "No warning is ticked: tick what is to be inserted, or say why none is owed (out of scope).");
      return false;
    }
    const high = ticked.some((one) => one.severity === "high");
    const refused = REFUSALS.includes(verdict);
    const harmless = verdict === "harmless";
    const lacksReason = !el.reason.value.trim() && (high || refused || harmless || (verdict === "needs_qualification" && !el.wording.value.trim()));
    const lacksReference = verdict === "substantiated" && !el.references.value.trim();
    if (!lacksReason && !lacksReference) return true;
    const ready = (name) => {
      if (ticked.some((one) => !one.ready[name])) return ""; // what is said of some places is no reason for the others
      const texts = unique(ticked.map((one) => one.ready[name]));
      return texts.length > 2 ? `${texts[0]} The other places: as is said beside each.` : texts.join(" ");
    };
    const filled = {};
    if (lacksReason) filled.reason = harmless ? (ticked.every((one) => one.ready.harmless) ? ready("harmless") : "") : verdict === "substantiated" ? ready("shown") : refused || verdict === "needs_qualification" ? ready("against") : "";
    if (lacksReference) filled.references = ticked.some((one) => !one.ready.references.length) ? "" : unique(ticked.flatMap((one) => one.ready.references)).join("\n");
    for (const [name, text] of Object.entries(filled)) if (text) el[name].value = text;
    noteDraft(Object.fromEntries(Object.entries(filled).filter(([, text]) => text)));
    const empty = Object.keys(filled).find((name) => !filled[name]);
    if (empty) {
      const why = harmless ? "Say why it does no harm" : refused ? "A refusal needs a reason" : high ? "What a grave finding speaks against needs a reason" : "Say what is to be changed";
      const write = empty === "references" ? "What shows it? Press f and name a reference" : `${why}: press r and write it`;
      say(`${write}, then press Esc and ${again}.`);
    } else {
      say(`Filled in${harmless ? "" : ` from the ${filled.references ? "register" : "finding"}`}: press ${again} again to keep it, or change it first.`);
      for (const name of Object.keys(filled)) el[name].classList.add("erw-filled");
    }
    return false;
  }

  /** Take earlier decisions again, on what is ticked and has one. */
  function same() {
    const detail = details.get(current);
    if (!detail || saving.has(current) || !isListed()) return;
    if (!isNamed()) return;
    const some = offered();
    if (!some.length) {
      say("Nothing like this was decided before; give a verdict.");
      return;
    }
    if (!wereSeen(detail, some)) return;
    keep(current, { kind: "same", chosen: claimIds(some), seen: [...(seen.get(current) ?? [])] });
    moveOn(scope(detail).ticked.filter((one) => !some.includes(one)));
  }

  /** Show everything that the sentence of this place says, to be decided together; again: back to the card. */
  async function wholeSentence() {
    if (isSentence(current)) {
      select(origin);
      return;
    }
    const one = details.get(current)?.places[place];
    if (!one) return;
    try {
      const answer = await ask({ kind: "sentence", claim: one.claim_id });
      if (answer.detail.places.length < 2) {
        say("This sentence says nothing else.");
        return;
      }
      origin = current;
      entries.set(answer.entry.id, answer.entry);
      details.set(answer.detail.id, answer.detail);
      await select(answer.entry.id);
      say(`The sentence makes ${plural(answer.detail.places.length, "statement", "statements")}; what is ticked is decided together.`);
    } catch (error) {
      say(error.message);
    }
  }

  /** Text changed beside a verdict that stands is kept as a new event with the same verdict. */
  function amend() {
    const detail = details.get(current);
    const draft = kept.drafts[current];
    if (!detail || !draft || saving.has(current) || detail.places.some((one) => one.open)) return;
    const { ticked } = scope(detail);
    const { verdict, ...texts } = standing({ ticked });
    const fields = Object.fromEntries(FIELDS.map((name) => [name, draft[name] ?? texts[name]]));
    if (!ticked.length || FIELDS.every((name) => fields[name].trim() === texts[name].trim())) return;
    const alike = ticked.every((one) => ["verdict", ...FIELDS].every((name) => String(one.own[name]) === String(ticked[0].own[name])));
    if (alike) keep(current, { kind: "rule", verdict, chosen: claimIds(ticked), exceptions: [], seen: claimIds(ticked), ...fields });
    else say("You decided these places differently: give a verdict to keep this text for all that are ticked.");
  }

  async function keep(id, message) {
    const sent = JSON.stringify(kept.drafts[id]);
    const stored = (answer) => {
      if (JSON.stringify(kept.drafts[id]) === sent) delete kept.drafts[id]; // else more was typed meanwhile
      kept.skipped.delete(id);
      kept.store();
      unsaved.delete(id);
      saving.delete(id);
      const { page } = entries.get(id);
      if (isSentence(id)) {
        entries.delete(id);
        details.delete(id);
      }
      take(answer);
      const words = message.kind === "same" ? "the same as before" : verdicts.find((one) => one.verdict === message.verdict).words;
      const outside = answer.outside?.length ? ` Not in the register: ${answer.outside.join("; ")}.` : "";
      const held = [...REFUSALS, "needs_qualification"].includes(message.verdict) && !message.wording.trim() ? " Without another wording (w) it stays on hold." : "";
      say(`Kept: ${words}, ${plural(message.chosen.length, "place", "places")}.${held}${outside}${pagesLeft(page)}`);
      showTrouble();
    };
    saving.add(id);
    unsaved.delete(id);
    draw();
    try {
      stored(await ask(message, stored));
    } catch (error) {
      saving.delete(id);
      if (error.refused) {
        if (entries.has(id)) await select(id);
        say(error.message);
        return;
      }
      unsaved.set(id, { message, why: error.message });
      draw();
      showTrouble();
    }
  }

  /** Say when a page is done, and how many are left. */
  function pagesLeft(page) {
    const left = new Set(queue().filter((entry) => entry.open).map((entry) => entry.page));
    if (!page || left.has(page)) return "";
    return ` ${page} is decided; ${left.size ? `${plural(left.size, "page", "pages")} left` : "no page is left"}.`;
  }

  /** Say how much is left for this reviewer, on this page and in all. */
  function showLeft() {
    const open = queue().filter((entry) => entry.open);
    const page = entries.get(current)?.page;
    const here = page ? open.filter((entry) => entry.page === page).length : 0;
    const things = queue().some((entry) => entry.page) ? ["card", "cards"] : ["statement", "statements"];
    const aside = open.filter((entry) => kept.skipped.has(entry.id)).length;
    const parts = [`My queue: ${plural(open.length, ...things)} left`];
    if (here) parts.push(`${here} on this page`);
    if (aside) parts.push(`${aside} put aside`);
    el.left.textContent = open.length ? parts.join(", ") : "My queue is empty: everything here is decided.";
  }

  function showTrouble() {
    el.trouble.hidden = !unsaved.size;
    if (!unsaved.size) return;
    const [[id, { why }]] = unsaved;
    const again = make("button", "erw-again", "Save again", { type: "button" });
    again.addEventListener("click", () => {
      for (const [name, { message }] of [...unsaved]) keep(name, message);
    });
    const go = make("button", "erw-quiet", "Show it", { type: "button" });
    go.addEventListener("click", () => select(id));
    const what = `Not saved: ${plural(unsaved.size, "decision", "decisions")}. Your text is kept here. ${why}`;
    el.trouble.replaceChildren(make("span", "", what), again, go);
  }

  /** Take in what the kernel worked out anew: the entries that the decision touches, and no others. */
  function take(answer) {
    const isNew = answer.entries.some((entry) => !listed.includes(entry.id));
    for (const entry of answer.entries) entries.set(entry.id, entry);
    for (const detail of answer.details) details.set(detail.id, detail);
    showProgress(answer.progress);
    if (isNew) offerFilters();
    if (isNew && el.clear.hidden) narrow();
    else draw();
    if (answer.entries.some((entry) => entry.id === current)) showEntry();
  }

  function showProgress({ done, claims }) {
    el.count.textContent = `${done} of ${plural(claims, "place", "places")} reviewed`;
    el.bar.style.width = `${claims ? (100 * done) / claims : 0}%`;
    el.progress.setAttribute("aria-valuemax", String(claims));
    el.progress.setAttribute("aria-valuenow", String(done));
    showLeft();
  }

  async function undo() {
    try {
      const answer = await ask({ kind: "undo" });
      take(answer);
      const there = answer.entries.find((entry) => entry.places);
      if (there) select(there.id);
      else narrow();
      say("Your last step was taken back.");
    } catch (error) {
      say(error.message);
    }
  }

  // ---- moving about

  function step(by) {
    const at = listed.indexOf(current) + by;
    if (at >= 0 && at < listed.length) choose(listed[at]);
  }

  /** Show the card that somebody chose; what was said of the one before is said no longer. */
  function choose(id) {
    if (id !== current) say("");
    select(id);
  }

  function next() {
    const waits = (id) => entries.get(id).open && !saving.has(id) && !unsaved.has(id) && id !== current;
    const at = listed.indexOf(current);
    const others = [...listed.slice(at + 1), ...listed.slice(0, at)].filter(waits);
    const found = others.find((id) => !kept.skipped.has(id));
    if (found) select(found);
    else if (others.length) comeBack(others[0]);
    else if (queue().some((entry) => entry.open && !saving.has(entry.id) && entry.id !== current)) say("Nothing is left for you in this list. Press g to go on with the other pages.");
    else say("Nothing is left for you: everything here is decided.");
  }

  /** Go on with the first card that is left, whatever the list was narrowed to. */
  function goOn() {
    showEverything();
    next();
  }

  /** What was put aside comes back when nothing else is left. */
  function comeBack(id) {
    for (const name of listed) kept.skipped.delete(name);
    kept.store();
    select(id);
    say("Only what you put aside is left; here it is again.");
  }

  function skip() {
    if (!current || isSentence(current)) return;
    kept.skipped.add(current);
    kept.store();
    say("Put aside; it comes back when the others are decided.");
    next();
    draw();
    showLeft();
  }

  function say(words) {
    el.status.textContent = words.charAt(0).toUpperCase() + words.slice(1);
  }

  /** Bring the next warning that was not on the screen into sight; then scroll the places on by what is in sight of them. */
  function scrollPlaces() {
    const shown = seen.get(current) ?? new Set();
    const unread = el.owedBox.hidden ? null : [...el.owed.children].find((line) => !shown.has(line.dataset.claim));
    if (unread) unread.scrollIntoView({ block: "start" });
    else el.places.scrollBy(0, Math.max(40, el.places.clientHeight - 60));
  }

  function toggleHelp() {
    el.keys.hidden = !el.keys.hidden;
    el.help.setAttribute("aria-expanded", String(!el.keys.hidden));
  }

  const moves = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    j: () => step(1),
    k: () => step(-1),
    s: skip,
    u: undo,
    r: () => el.reason.focus(),
    w: () => el.wording.focus(),
    f: () => el.references.focus(),
    g: goOn,
    i: insertOwed,
    y: same,
    b: wholeSentence,
    p: () => readPage(),
    "/": () => el.find.focus(),
    "?": toggleHelp,
    Enter: () => el.name.focus(),
    " ": scrollPlaces,
    n: () => {
      const detail = details.get(current);
      if (!detail || detail.lines.length < 2) return;
      const [first] = placesOf(detail, detail.lines[(lineOf(detail, place) + 1) % detail.lines.length]);
      place = detail.places.indexOf(first);
      showPlaces();
    },
    x: () => {
      const detail = details.get(current);
      const { within, ticked } = scope(detail);
      const some = placesOf(detail, detail.lines[lineOf(detail, place)]).filter((one) => within.includes(one));
      if (within.length > 1 && some.length) tick(some, !some.some((one) => ticked.includes(one)));
    },
  };

  el.root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (reading) {
      pageKey(event, typing);
    } else if (event.key === "Escape" && !typing && !el.keys.hidden) {
      event.preventDefault();
      toggleHelp();
    } else if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      say("Every verdict is kept at once; there is nothing to save.");
    } else if (typing && (event.key === "Escape" || (event.key === "Enter" && event.target === el.name))) {
      event.preventDefault();
      el.root.focus();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const verdict = verdicts[Number(event.key) - 1];
      const move = verdict ? () => rule(verdict.verdict) : moves[event.key];
      const presses = [" ", "Enter"].includes(event.key) && event.target.matches("button, input, a, summary");
      if (!move || presses || (event.repeat && !HELD.includes(event.key))) return; // a key that is held decides nothing twice
      event.preventDefault();
      move();
    }
  });
  for (const kind of ["keyup", "keypress"]) el.root.addEventListener(kind, (event) => event.stopPropagation());

  for (const name of FIELDS) {
    el[name].addEventListener("input", () => {
      el[name].classList.remove("erw-filled");
      noteDraft({ [name]: el[name].value });
    });
    el[name].addEventListener("change", amend);
  }
  el.list.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  let pressed = null; // the list may be drawn anew between press and release: the row that was pressed counts
  el.list.addEventListener("pointerdown", (event) => (pressed = event.target.closest(".erw-entry")?.dataset.id ?? null));
  el.list.addEventListener("click", (event) => {
    const id = event.target.closest(".erw-entry")?.dataset.id ?? pressed;
    if (id && (pressed ?? id) === id && entries.has(id)) choose(id);
  });
  document.addEventListener("scroll", noteSeen, { capture: true, passive: true });
  document.addEventListener("selectionchange", pick);
  el.insert.addEventListener("click", insertOwed);
  el.find.addEventListener("input", () => {
    narrow();
    clearTimeout(looking);
    looking = setTimeout(findInPages, 250);
  });
  for (const name of ["show", "sort", ...Object.keys(FILTERS).map((one) => `by_${one}`)]) el[name].addEventListener("change", chooseList);
  el.clear.addEventListener("click", showEverything);
  el.same.addEventListener("click", same);
  el.sentence.addEventListener("click", wholeSentence);
  el.read.addEventListener("click", () => readPage());
  el.close.addEventListener("click", () => closePage(true));
  el.add.addEventListener("click", addMissed);
  el.topic.addEventListener("change", showTopic);
  el.pageText.addEventListener("click", (event) => {
    const entry = event.target.closest("[data-entry]")?.dataset.entry;
    if (entry && getSelection().isCollapsed) select(entry);
  });
  el.skip.addEventListener("click", skip);
  el.undo.addEventListener("click", undo);
  el.help.addEventListener("click", toggleHelp);
  el.name.addEventListener("change", () => open(el.name.value));
  const resized = new ResizeObserver(() => {
    draw();
    noteSeen();
  });
  resized.observe(el.list);

  // ---- the pages' words

  async function findInPages() {
    const words = el.find.value.trim();
    if (words.length < 3) {
      showFound(null);
      return;
    }
    try {
      const answer = await ask({ kind: "find", words });
      if (el.find.value.trim() === words) showFound(answer);
    } catch (error) {
      say(error.message);
    }
  }

  function showFound(answer) {
    el.found.hidden = !answer?.total;
    if (!answer?.total) return;
    const more = answer.total > answer.found.length ? `, the first ${answer.found.length} here` : "";
    const lines = answer.found.map((one) => {
      const go = make("button", "erw-passage", "", { type: "button" }, make("span", "", `… ${one.before} `), make("mark", "", one.words), make("span", "", ` ${one.after} …`));
      go.append(make("em", "", ` ${one.title}${one.place ? `, ${one.place}` : ""}`));
      go.addEventListener("click", () => readPage(one.source, one));
      return make("li", "", "", {}, go);
    });
    el.found.replaceChildren(make("h3", "", `In the pages: ${plural(answer.total, "place", "places")}${more}`), make("ul", "", "", {}, ...lines));
  }

  /** Show a page's words, with what was read in them; without a name, the page of this card. */
  async function readPage(source = "", found = null) {
    const one = details.get(current)?.places[place];
    const name = source || one?.source_id || entries.get(current)?.source_ids[0];
    if (!name) return;
    try {
      const answer = await ask({ kind: "page", source: name });
      reading = { ...answer, start: 0, end: 0 };
      el.columns.dataset.reading = "true";
      el.page.hidden = false;
      el.pageTitle.textContent = answer.title;
      const spans = answer.pieces.map(({ start, end, shown, odd, claims }) => {
        const piece = make(claims.length ? "mark" : "span", claims.length ? "erw-read-claim" : "", shown);
        Object.assign(piece.dataset, { start, end, ...(odd ? { odd } : {}), ...(claims.length ? { entry: answer.entries[claims[0]] } : {}) });
        return piece;
      });
      el.pageText.replaceChildren(...spans);
      el.topic.replaceChildren(make("option", "", "choose a topic", { value: "" }), ...answer.topics.map(({ id, words }) => make("option", "", words, { value: id })));
      el.treatment.replaceChildren(make("option", "", "none in particular", { value: "" }), ...answer.treatments.map(({ id, words }) => make("option", "", words, { value: id })));
      el.missed.hidden = !answer.topics.length;
      showTopic();
      pick();
      el.pageText.scrollTop = 0;
      el.pageText.focus({ preventScroll: true });
      const here = found ?? (source ? null : answer.pieces.find((piece) => piece.claims.includes(one?.claim_id)));
      if (found) takeWords(found.start, found.end);
      else if (here) showOffset(here.start);
      say("");
    } catch (error) {
      say(error.message);
    }
  }

  function closePage(focus = false) {
    if (!reading) return;
    reading = null;
    el.page.hidden = true;
    delete el.columns.dataset.reading;
    if (focus) el.root.focus();
    noteSeen();
  }

  function showTopic() {
    const topic = reading?.topics.find(({ id }) => id === el.topic.value);
    el.itemField.hidden = !topic?.item;
    el.itemField.firstChild.textContent = topic?.item ? `Which ${topic.item}` : "";
    if (!topic?.item) el.item.value = "";
    el.items.replaceChildren(...(topic?.items ?? []).map((words) => make("option", "", "", { value: words })));
    el.levelField.hidden = !topic?.levels.length;
    el.level.replaceChildren(make("option", "", "not said", { value: "" }), ...(topic?.levels ?? []).map(({ id, words }) => make("option", "", words, { value: id })));
  }

  /** Take in which words of the page are selected. */
  function pick() {
    if (!reading) return;
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (range && el.pageText.contains(range.commonAncestorContainer)) {
      const start = offsetOf(range.startContainer, range.startOffset, el.pageText);
      const end = offsetOf(range.endContainer, range.endOffset, el.pageText);
      if (start !== null && end !== null && end > start) Object.assign(reading, { start, end, words: selection.toString() });
    }
    el.picked.textContent = reading.words ? `“${reading.words.trim()}”` : "Nothing is selected yet.";
  }

  /** Select the next sentence of the page, or the one before. */
  function takeSentence(by) {
    const { sentences, start, end } = reading;
    const next = by > 0 ? sentences.findIndex(([from]) => from >= end && (end > start || from >= start)) : sentences.findLastIndex(([, to]) => to <= start);
    if (next < 0) return;
    takeWords(...sentences[next]);
  }

  /** Select words of the page, and bring them into sight. */
  function takeWords(from, to) {
    const [first, last] = [nodeAt(from, false), nodeAt(to, true)];
    if (!first || !last) return;
    getSelection().setBaseAndExtent(...first, ...last);
    Object.assign(reading, { start: from, end: to });
    showOffset(from);
  }

  function showOffset(offset) {
    const node = nodeAt(offset, false);
    if (!node) return;
    const range = document.createRange();
    range.setStart(...node);
    const top = range.getBoundingClientRect().top - el.pageText.getBoundingClientRect().top + el.pageText.scrollTop;
    const height = el.pageText.clientHeight;
    if (top < el.pageText.scrollTop + 10 || top > el.pageText.scrollTop + height - 60) el.pageText.scrollTop = Math.max(0, top - height / 3);
  }

  /** Where an offset of the text is drawn: a node and an offset in it. */
  function nodeAt(offset, isEnd) {
    const holds = ({ dataset }) => (isEnd ? offset > dataset.start && offset <= dataset.end : offset >= dataset.start && offset < dataset.end);
    const piece = [...el.pageText.children].find(holds);
    const text = piece?.firstChild;
    if (!text) return null;
    return piece.dataset.odd ? [text, isEnd ? text.data.length : 0] : [text, [...text.data].slice(0, offset - piece.dataset.start).join("").length];
  }

  async function addMissed() {
    if (!reading) return;
    const { source, start, end } = reading;
    if (!isNamed()) {
      el.name.focus();
      return;
    }
    try {
      const said = { topic: el.topic.value, item: el.item.value, level: el.level.value, treatment: el.treatment.value };
      const answer = await ask({ kind: "missed", source, start, end, ...said });
      take(answer);
      const added = answer.entries[0];
      if (added) await select(added.id);
      else closePage(true);
      say("Added: it is in the queue now, and is told to those who make the rules.");
      el.root.focus();
    } catch (error) {
      say(error.message);
    }
  }

  function pageKey(event, typing) {
    if (event.key === "Escape") {
      event.preventDefault();
      if (typing) el.pageText.focus();
      else closePage(true);
    } else if (!typing && (event.key === "ArrowDown" || event.key === "ArrowUp") && !event.shiftKey) {
      event.preventDefault();
      takeSentence(event.key === "ArrowDown" ? 1 : -1);
    } else if (!typing && event.key === "p") {
      closePage(true);
    } else if (!typing && event.key === "u") {
      undo();
    }
  }

  // ---- the start

  const viewId = `erw-${Math.random().toString(36).slice(2)}`;

  async function open(reviewer) {
    try {
      const answer = await ask({ kind: "open", reviewer });
      verdicts = answer.verdicts;
      el.name.value = answer.reviewer;
      kept = keepsake(`workbook-review ${answer.place} ${answer.reviewer}`);
      for (const one of [entries, details, seen]) one.clear();
      for (const entry of answer.entries) entries.set(entry.id, entry);
      offerFilters();
      showProgress(answer.progress);
      narrow();
      const first = listed.includes(current) ? current : (listed.find((id) => entries.get(id).open) ?? listed[0] ?? "");
      current = "";
      if (first) await select(first);
      el.root.dataset.ready = "true";
      el.name.toggleAttribute("aria-invalid", !answer.reviewer);
      say(answer.reviewer ? "" : "Press Enter and type your name to begin.");
    } catch (error) {
      say(`The queue cannot be opened: ${error.message}`);
    }
  }

  el.claim.hidden = el.form.hidden = true;
  open(null);
  return () => {
    resized.disconnect();
    document.removeEventListener("scroll", noteSeen, { capture: true });
    document.removeEventListener("selectionchange", pick);
    leave();
  };
}

export default { render };
