// The review panel in the browser. Whatever comes from a source is set as text, never as markup.

const ROW = 62; // height of an entry in the list, in pixels
const SPARE = 6; // entries drawn above and below what can be seen
const AHEAD = 3; // entries fetched before they are needed
const MANY = 8; // places from which on their list takes most of the height
const PATIENCE = 20_000; // milliseconds until an unanswered message counts as failed; longer than the store waits

const SEVERITY = { high: ["▲", "High severity"], medium: ["◆", "Medium severity"], low: ["●", "Low severity"], "": ["–", "No finding"] };
const SHOW = {
  all: ["Everything", () => true],
  open: ["To review", (entry) => entry.open > 0],
  noted: ["With a note", (entry) => entry.noted],
  disagree: ["Reviewers disagree", (entry) => entry.state.includes("disagree")],
  done: ["Nothing left for me", (entry) => entry.open === 0],
  skipped: ["Skipped", (entry, skipped) => skipped.has(entry.id)],
};
const KEYS = [
  ["1 – 5", "give the verdict; it is kept at once, and the next card comes"],
  ["↓ ↑ or j k", "next or previous card"],
  ["n", "next place"],
  ["x", "untick this place (an exception), or tick it again"],
  ["i", "put the ticked warnings into the suggested wording"],
  ["r  w", "write the reason, the wording suggested instead"],
  ["Esc", "leave a field; its text stays"],
  ["s", "skip"],
  ["u", "take back your last verdict"],
  ["/", "find"],
  ["?", "show or hide this help"],
];
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
    if (answer.kind === "failed") one.reject(new Error(answer.why));
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
        reject(new Error("No answer yet: the notebook is busy, or stopped. If it is stopped, run its cells again; then save again."));
      }, PATIENCE);
      waiting.set(ticket, one);
      model.send({ ...message, ticket });
    });
  return { ask, leave: () => model.off("msg:custom", hear) };
}

/** One thing that stands beside a claim, with its references; only a secure address becomes a link. */
function showNote({ kind, words, links, severity }) {
  const note = make("p", `erw-kind-${kind.replace(/\W+/g, "-")}`, "", {}, make("strong", "", kind), ` ${words}`);
  if (severity) note.dataset.severity = severity;
  note.append(...showLinks(links));
  return note;
}

function showLinks(links) {
  return links.map((link) => {
    const safe = link.url.startsWith("https://");
    return safe ? make("a", "erw-link", link.words, { href: link.url, target: "_blank", rel: "noopener noreferrer" }) : make("span", "erw-link", link.words);
  });
}

function build() {
  const el = { root: make("div", "erw", "", { tabIndex: 0, role: "group", "aria-label": "Review of claims" }) };
  // Without these two, JupyterLab takes the keys for commands of its own and edits the notebook.
  el.root.dataset.lmSuppressShortcuts = "true";

  el.bar = make("div", "erw-bar-fill");
  el.count = make("span", "erw-count");
  el.name = make("input", "erw-name", "", { type: "text", maxLength: 100, placeholder: "your name", autocomplete: "off" });
  el.find = make("input", "erw-find", "", { type: "search", placeholder: "find in cards, statements, quotes, pages  ( / )" });
  el.show = make("select", "erw-show", "", { "aria-label": "Show" });
  for (const [value, [words]] of Object.entries(SHOW)) el.show.append(make("option", "", words, { value }));
  el.help = make("button", "erw-quiet", "Keys (?)", { type: "button", "aria-expanded": "false" });
  const progress = make("div", "erw-progress", "", { role: "progressbar", "aria-label": "Progress", "aria-valuemin": "0" });
  progress.append(el.bar);
  el.progress = progress;
  const who = make("label", "erw-who", "Reviewer ");
  who.append(el.name);
  const head = make("header", "erw-head", "", {}, who, el.find, el.show, progress, el.count, el.help);

  el.list = make("div", "erw-list", "", { role: "listbox", "aria-label": "What there is to decide, the gravest first", tabIndex: 0 });
  el.span = make("div", "erw-span");
  el.list.append(el.span);

  el.title = make("h2", "erw-title");
  el.about = make("p", "erw-about");
  el.note = make("p", "erw-note", "", { hidden: true });
  el.where = make("p", "erw-where");
  el.text = make("div", "erw-text", "", { tabIndex: 0, role: "region", "aria-label": "The claim in its paragraph" });
  el.places = make("ul", "erw-places", "", { tabIndex: -1 });
  el.owed = make("ul", "erw-owed");
  el.insert = make("button", "erw-quiet erw-insert", "Put what is ticked into the suggested wording (i)", { type: "button" });
  el.mend = make("div", "erw-notes erw-mend");
  el.others = make("div", "erw-notes");
  el.evidence = make("div", "erw-notes");
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
  el.claim.append(el.title, el.about, el.owedBox, el.note, el.where, el.text, el.placesBox, beside, el.mendBox);

  el.verdicts = make("div", "erw-verdicts", "", { role: "group", "aria-label": "Verdict" });
  const field = (words, input) => make("label", "erw-field", "", {}, make("span", "", words), input);
  el.reason = make("textarea", "erw-reason", "", { rows: 3 });
  el.wording = make("textarea", "erw-wording", "", { rows: 3 });
  el.references = make("textarea", "erw-references", "", { rows: 2 });
  el.expires = make("input", "erw-expires", "", { type: "date" });
  el.skip = make("button", "erw-quiet erw-skip", "Skip (s)", { type: "button" });
  el.undo = make("button", "erw-quiet erw-undo", "Undo (u)", { type: "button" });
  el.status = make("p", "erw-status", "", { role: "status" });
  el.trouble = make("div", "erw-trouble", "", { role: "alert", hidden: true });
  el.form = make("section", "erw-form", "", { "aria-label": "Your decision" });
  el.form.append(
    el.verdicts,
    el.said,
    field("Reason (r)", el.reason),
    field("Suggested wording (w)", el.wording),
    field("References, one a line", el.references),
    field("Good until", el.expires),
    make("div", "erw-buttons", "", {}, el.skip, el.undo),
    el.status,
  );

  el.keys = make("div", "erw-keys", "", { hidden: true });
  for (const [keys, words] of KEYS) el.keys.append(make("p", "", "", {}, make("strong", "", keys), ` ${words}`));
  el.root.append(head, el.trouble, el.keys, make("div", "erw-columns", "", {}, el.list, el.claim, el.form));
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
  host.append(el.root);

  // ---- the list: only what can be seen is drawn

  function narrow() {
    const words = el.find.value.trim().toLowerCase();
    const [, wanted] = SHOW[el.show.value];
    const holds = (entry) => !words || [entry.words, entry.topic, entry.said, ...entry.sources].some((text) => text.toLowerCase().includes(words));
    listed = [...entries.values()].filter((entry) => wanted(entry, kept.skipped) && holds(entry)).map((entry) => entry.id);
    el.span.style.height = `${Math.max(1, listed.length) * ROW}px`;
    el.list.scrollTop = 0;
    reveal();
    draw();
  }

  function stateOf(entry) {
    if (!entry.places) return ["–", entry.state];
    if (unsaved.has(entry.id)) return ["!", "Not saved"];
    if (saving.has(entry.id)) return ["…", "Saving"];
    if (entry.open && kept.skipped.has(entry.id)) return ["»", "Skipped"];
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
      row.append(badge, words, make("span", "erw-state", `${sign} ${state}`), often);
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
    const entry = entries.get(current);
    const detail = details.get(current);
    el.claim.hidden = el.form.hidden = !entry || !detail;
    if (!entry || !detail) return;
    place = Math.max(0, detail.places.findIndex((one) => one.open));
    const [mark, grave] = SEVERITY[entry.severity];
    el.title.textContent = entry.words;
    const about = entry.page ? [entry.page] : [entry.topic, `on ${plural(entry.sources.length, "source", "sources")}`];
    el.about.textContent = [`${mark} ${grave}`, plural(entry.places, "place", "places"), ...about].join(" · ");
    el.root.toggleAttribute("data-cards", Boolean(entry.page));
    el.root.toggleAttribute("data-many", entry.places > MANY);
    showOwed(detail);
    el.mendBox.hidden = !detail.notes.length;
    el.mend.replaceChildren(...detail.notes.map(showNote));
    for (const part of [el.form, el.text, el.where, el.beside]) part.hidden = !detail.places.length;
    if (!detail.places.length) {
      el.placesBox.hidden = el.note.hidden = true;
      return;
    }
    el.places.scrollTop = 0;
    showPlaces();
    showFields();
    showVerdicts();
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
        const title = make("label", "", "", {}, box, make("span", "erw-grade", mark, { title: grave }), make("strong", "", one.words));
        return make("li", "", "", {}, title, make("p", "", one.insert), ...showLinks(one.links));
      }),
    );
  }

  /** Write the ticked warnings into the wording, where they can still be changed. */
  function insertOwed() {
    const { owed = [] } = details.get(current) ?? {};
    const off = kept.drafts[current]?.off ?? [];
    if (!owed.length) return;
    el.wording.value = owed.filter((_, index) => !off.includes(index)).map((one) => one.insert).join(" ");
    noteDraft({ wording: el.wording.value });
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
    el.where.textContent = `In “${one.source}”${detail.places.length > 1 ? `, place ${place + 1} of ${detail.places.length} (n: next)` : ""}`;
    const quote = make("mark", "erw-quote", one.quote);
    el.text.replaceChildren(make("span", "", one.before), quote, make("span", "", one.after));
    el.note.textContent = one.note;
    el.note.hidden = !one.note;
    el.placesBox.hidden = detail.places.length < 2;
    el.places.replaceChildren(
      ...detail.places.map((other, index) => {
        const box = make("input", "", "", { type: "checkbox", checked: ticked.includes(other), disabled: !within.includes(other) });
        box.addEventListener("change", () => tick(other.claim_id, box.checked));
        box.setAttribute("aria-label", `Decide this place with the others: ${entry.page ? other.statement : other.source}`);
        const said = other.own ? other.own.words : other.open ? (ticked.includes(other) ? "" : "exception: decide it apart") : "decided";
        const [grade, grave] = SEVERITY[other.severity];
        const mark = entry.page && other.severity ? [make("span", "erw-grade", grade, { title: grave })] : [];
        const go = make("button", "erw-place", "", { type: "button" }, ...mark, `${entry.page ? other.statement : other.source}: `, make("q", "", other.quote), make("em", "", said && ` ${said}`));
        go.setAttribute("aria-current", String(index === place));
        go.addEventListener("click", () => ((place = index), showPlaces()));
        const line = make("li", "", "", {}, box, go);
        line.dataset.claim = other.claim_id;
        return line;
      }),
    );
    showPlace();
    noteSeen();
    const notes = (all, none) => (all.length ? all.map(showNote) : [make("p", "erw-none", none)]);
    el.others.replaceChildren(...notes(one.relations, "No statement of another source is set beside this one."));
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

  /** Bring the place that is read into the list's window. */
  function showPlace() {
    const line = el.places.children[place];
    if (!line || el.placesBox.hidden) return;
    const [top, bottom] = [line.offsetTop - el.places.offsetTop, line.offsetTop - el.places.offsetTop + line.offsetHeight];
    if (top < el.places.scrollTop) el.places.scrollTop = top;
    else if (bottom > el.places.scrollTop + el.places.clientHeight) el.places.scrollTop = bottom - el.places.clientHeight;
  }

  /** Remember which places were on the screen: no verdict is given on others. */
  function noteSeen() {
    const shown = seen.get(current) ?? new Set();
    const window = el.places.getBoundingClientRect();
    for (const line of el.places.children) {
      const { top, bottom } = line.getBoundingClientRect();
      if (bottom <= window.bottom + 8 && top >= window.top - 8) shown.add(line.dataset.claim);
    }
    seen.set(current, shown);
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

  function tick(claim, on) {
    noteDraft({ ticks: { ...kept.drafts[current]?.ticks, [claim]: on } });
    showPlaces();
    showFields();
    showVerdicts();
    if (!el.root.contains(document.activeElement)) el.root.focus(); // the box that was clicked is drawn anew
  }

  const claimIds = (places) => places.map((one) => one.claim_id);

  function rule(verdict) {
    const detail = details.get(current);
    if (!detail) return;
    if (saving.has(current)) {
      say("Still saving this statement; press again.");
      return;
    }
    if (!el.name.value.trim()) {
      say("First type your name: every verdict says whose it is.");
      el.name.focus();
      return;
    }
    const { ticked, left } = scope(detail);
    if (!ticked.length) {
      say("No place is ticked; tick one (x).");
      return;
    }
    const unseen = detail.places.length > 1 ? ticked.filter((one) => !seen.get(current)?.has(one.claim_id)) : [];
    if (unseen.length) {
      say(`${plural(unseen.length, "ticked place was", "ticked places were")} not on the screen yet: scroll the list through, or untick what you do not decide.`);
      return;
    }
    const fields = Object.fromEntries(FIELDS.map((name) => [name, el[name].value]));
    keep(current, { kind: "rule", verdict, chosen: claimIds(ticked), exceptions: claimIds(left), ...fields });
    if (!left.length || !entries.get(current).page) next(); // the exceptions of a card are decided while it is at hand
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
    if (alike) keep(current, { kind: "rule", verdict, chosen: claimIds(ticked), exceptions: [], ...fields });
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
      take(answer);
      const words = verdicts.find((one) => one.verdict === message.verdict).words;
      say(`Kept: ${words}, ${plural(message.chosen.length, "place", "places")}.${pagesLeft(entries.get(id).page)}`);
      showTrouble();
    };
    saving.add(id);
    unsaved.delete(id);
    draw();
    try {
      stored(await ask(message, stored));
    } catch (error) {
      saving.delete(id);
      unsaved.set(id, { message, why: error.message });
      draw();
      showTrouble();
    }
  }

  /** Say when a page is done, and how many are left. */
  function pagesLeft(page) {
    const left = new Set([...entries.values()].filter((entry) => entry.open).map((entry) => entry.page));
    if (!page || left.has(page)) return "";
    return ` This page is decided; ${left.size ? `${plural(left.size, "page is", "pages are")} left` : "no page is left"}.`;
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
    for (const entry of answer.entries) entries.set(entry.id, entry);
    for (const detail of answer.details) details.set(detail.id, detail);
    showProgress(answer.progress);
    draw();
    if (answer.entries.some((entry) => entry.id === current)) showEntry();
  }

  function showProgress({ done, claims }) {
    el.count.textContent = `${done} of ${plural(claims, "place", "places")} reviewed`;
    el.bar.style.width = `${claims ? (100 * done) / claims : 0}%`;
    el.progress.setAttribute("aria-valuemax", String(claims));
    el.progress.setAttribute("aria-valuenow", String(done));
  }

  async function undo() {
    try {
      const answer = await ask({ kind: "undo" });
      take(answer);
      if (answer.entries.length) select(answer.entries[0].id);
      say("Your last verdict was taken back.");
    } catch (error) {
      say(error.message);
    }
  }

  // ---- moving about

  function step(by) {
    const at = listed.indexOf(current) + by;
    if (at >= 0 && at < listed.length) select(listed[at]);
  }

  function next() {
    const waits = (id) => entries.get(id).open && !saving.has(id) && !unsaved.has(id) && !kept.skipped.has(id) && id !== current;
    const at = listed.indexOf(current);
    const found = [...listed.slice(at + 1), ...listed.slice(0, at)].find(waits);
    if (found) select(found);
    else say("Nothing is left to review in this list.");
  }

  function skip() {
    if (!current) return;
    kept.skipped.add(current);
    kept.store();
    say("Skipped; it stays in the list.");
    next();
    draw();
  }

  function say(words) {
    el.status.textContent = words;
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
    i: insertOwed,
    "/": () => el.find.focus(),
    "?": toggleHelp,
    n: () => {
      const count = details.get(current)?.places.length ?? 0;
      if (count > 1) showPlaces((place = (place + 1) % count));
    },
    x: () => {
      const one = details.get(current)?.places[place];
      const { within, ticked } = scope(details.get(current));
      if (within.length > 1 && within.includes(one)) tick(one.claim_id, !ticked.includes(one));
    },
  };

  el.root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      say("Every verdict is kept at once; there is nothing to save.");
    } else if (typing && (event.key === "Escape" || (event.key === "Enter" && event.target === el.name))) {
      event.preventDefault();
      el.root.focus();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const verdict = verdicts[Number(event.key) - 1];
      const move = verdict ? () => rule(verdict.verdict) : moves[event.key];
      if (!move || (event.repeat && verdict)) return;
      event.preventDefault();
      move();
    }
  });
  for (const kind of ["keyup", "keypress"]) el.root.addEventListener(kind, (event) => event.stopPropagation());

  for (const name of FIELDS) {
    el[name].addEventListener("input", () => noteDraft({ [name]: el[name].value }));
    el[name].addEventListener("change", amend);
  }
  el.list.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  el.list.addEventListener("click", (event) => {
    const row = event.target.closest(".erw-entry");
    if (row) select(row.dataset.id);
  });
  el.places.addEventListener("scroll", noteSeen, { passive: true });
  el.insert.addEventListener("click", insertOwed);
  el.find.addEventListener("input", narrow);
  el.show.addEventListener("change", narrow);
  el.skip.addEventListener("click", skip);
  el.undo.addEventListener("click", undo);
  el.help.addEventListener("click", toggleHelp);
  el.name.addEventListener("change", () => open(el.name.value));
  const resized = new ResizeObserver(() => draw());
  resized.observe(el.list);

  // ---- the start

  const viewId = `erw-${Math.random().toString(36).slice(2)}`;

  async function open(reviewer) {
    try {
      const answer = await ask({ kind: "open", reviewer });
      verdicts = answer.verdicts;
      el.name.value = answer.reviewer;
      kept = keepsake(`workbook-review ${answer.place} ${answer.reviewer}`);
      entries.clear();
      details.clear();
      for (const entry of answer.entries) entries.set(entry.id, entry);
      showProgress(answer.progress);
      narrow();
      const first = listed.includes(current) ? current : (listed.find((id) => entries.get(id).open) ?? listed[0] ?? "");
      current = "";
      if (first) await select(first);
      el.root.dataset.ready = "true";
      say(answer.reviewer ? "" : "Type your name to begin.");
    } catch (error) {
      say(`The queue cannot be opened: ${error.message}`);
    }
  }

  el.claim.hidden = el.form.hidden = true;
  open(null);
  return () => {
    resized.disconnect();
    leave();
  };
}

export default { render };
