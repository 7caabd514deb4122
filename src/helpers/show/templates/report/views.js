// What can be looked at: the first layer, pages, findings, topics, statements, evidence, wordings, sources, and what was sought.
const GRAVITY = first.pages.map((one, number) => ({ number, weight: one.c[0] * 1e6 + one.c[1] * 1e3 + one.c[2] }))
  .sort((one, other) => other.weight - one.weight || one.number - other.number).map(({ number }) => number);
const RANK = GRAVITY.reduce((ranks, number, rank) => { ranks[number] = rank; return ranks; }, []);
const DECISIONS = [...new Set(first.pages.map((one) => one.a))];
const section = (title, about, ...parts) => make("section", {}, make("h2", {}, title), about ? make("p", { class: "about" }, about) : "", parts);

const CARD = ["Source", "What to do; findings", "What is gravest", "The harm if it stands", "What speaks against it"];
const FEW = 8; // pages that the first layer shows at once

function pageRow(number) {
  const one = first.pages[number];
  const cells = one.row.map((cell) => cellParts(cell, first.words));
  cells[0] = [pageLink(number)];
  if (one.also.length) cells[2] = [...cells[2], make("span", { class: "also" }, "Also: ", one.also.map((words) => first.words[words]).join("; "), ".")];
  return tableRow(CARD, cells, one.row.map((cell) => cell.l));
}

const pageTable = (pages, caption) => table(caption, CARD, pages.map(pageRow), "list cards");

function startView() {
  const many = first.pages.length > FEW + 2;
  const shown = many ? GRAVITY.slice(0, FEW) : first.pages.map((_, number) => number);
  return [
    section("What to do with each page", `Can these pages be published as they stand? ${first.about}`,
      pageTable(shown, many ? `The ${FEW} gravest of ${first.pages.length} pages` : `${counted(first.pages.length, "page")}, what to do and what is gravest`),
      many ? note(make("a", { href: "#pages" }, `All ${first.pages.length} pages, to search, filter and sort`)) : ""),
    section("The cross-check", "Where do the pages say the same, where do they conflict, and where is one silent? A square shows the quotes behind it; signs behind its word say what else holds there.",
      first.matrix.rows.length && first.pages.length > 1 ? matrix(many ? GRAVITY : shown) : note(`${first.matrix.title}.`)),
  ];
}

function pagesView() {
  const items = async function* () { yield* first.pages.map((one, number) => ({ one, number })); };
  return section("Pages", "Each page with what to do and what is gravest on it.", list({
    caption: "Pages", columns: CARD, items, row: ({ number }) => pageRow(number), empty: "There is no page.",
    words: ({ one }) => [one.n, one.a, ...one.row.map((cell) => cellWords(cell, first.words))].join(" "),
    choices: [{ name: "decision", words: "What to do", options: DECISIONS.map((one) => [one, one]), of: ({ one }) => one.a }],
    sorts: [["the gravest first", (one, other) => RANK[one.number] - RANK[other.number]],
      ["name", (one, other) => one.number - other.number]],
  }));
}

const TABS = [["decide", "What to decide"], ["text", "The text"], ["says", "What it says"], ["unread", "What was not read"]];

async function pageView(number, tab = "decide", target = null) {
  const page = await openPage(number);
  const one = first.pages[number];
  const inside = { decide: decideTab, text: () => textOf(page, target), says: saysTab, unread: unreadTab }[tab](page, one);
  return make("section", { class: "page" }, make("h2", {}, one.n),
    make("p", { class: "about" }, one.about.map((cell) => cellWords(cell, first.words)).join(" · ")),
    make("p", { class: "note" }, cellParts(one.row[1], first.words).flatMap((part) => (part instanceof HTMLBRElement ? " · " : part)), make("br"), first.words[one.why]),
    make("nav", { class: "tabs", "aria-label": `Parts of ${one.n}` }, TABS.map(([name, words]) =>
      make("a", { href: `#page-${number + 1}-${name}`, "aria-current": name === tab ? "page" : null }, words))),
    inside);
}

const OWED = ["Severity", "What is left out", "Text to insert", "The harm without it", "Who says so"];

function decideTab(page, one) {
  const words = (one) => page.words[one];
  const cards = page.cards.filter((card) => card.k !== "rest" && card.k !== "unread").map((card) => make("section", { class: "card" },
    make("h3", {}, card.v >= 0 ? severity(card.v) : "", " ", words(card.w)),
    card.owed.length ? table(`${words(card.w)}: text to insert`, OWED, card.owed.map((cells) => heldRow(OWED, cells, page.words, page))) : "",
    card.f.length ? findingsTable(page, card.f.map((one) => page.findings[one]), words(card.w)) : ""));
  const rest = page.cards.filter((card) => card.k === "rest").reduce((sum, card) => sum + card.n, 0);
  return make("div", {}, cards.length ? cards : note(one.shut || "Nothing was found against it."),
    rest ? note(`Then the rest: ${counted(rest, "statement")} with no finding. `, make("a", { href: `#statements?page=${page.number}` }, "All statements of this page")) : "",
    page.owed.length ? owedTable(page) : "");
}

function owedTable(page) {
  const columns = ["Warning", "Treatment", "On this page", "Why it is owed"];
  return make("details", {}, make("summary", {}, `The warnings that it owes (${page.owed.length})`),
    table("The warnings that it owes", columns, page.owed.map((row) => heldRow(columns, row, page.words, page))));
}

function saysTab(page, one) {
  const topics = first.topics.map((one, topic) => ({ topic, title: one[0], claims: page.claims.filter((claim) => claim.t === topic) })).filter(({ claims }) => claims.length);
  if (!topics.length) return note(one.shut || "No statement was read on it.");
  return make("div", {}, topics.map(({ topic, title, claims }) => make("section", {}, make("h3", {}, make("a", { href: `#topic-${topic + 1}` }, title)),
    make("ul", { class: "pairs" }, claims.map((claim) => make("li", {}, scaleOf(claim), statementLine(page, claim), " ", whyLink(page, page.claims.indexOf(claim))))))));
}

function unreadTab(page, one) {
  const fates = first.statuses.map(([words, colour], number) => ({ words, colour, number: one.sum[number] })).filter(({ number }) => number);
  return make("div", {}, make("h3", {}, "What became of its sentences"), bars(fates),
    make("h3", {}, "Sentences that a reviewer must read: no rule took them"),
    page.unread.length ? make("ul", { class: "pairs" }, page.unread.map(([start, end, why, grave]) => make("li", {}, grave ? make("span", { class: "chip fill-medium" }, "harm, medicine or agency") : "", " ",
      quote(page, start, end), make("p", { class: "quiet" }, page.words[why])))) : note(one.shut || "Every sentence with a sign of a claim was read."),
    page.gaps.length ? [make("h3", {}, "Lists and parts that were lost"), make("ul", { class: "pairs" }, page.gaps.map(([start, end, missing, topic]) =>
      make("li", {}, missing || quote(page, start, end), topic >= 0 ? ` (${first.topics[topic][0]})` : "")))] : "",
    page.foreign.length ? [make("h3", {}, "Passages in another language"), make("ul", { class: "pairs" }, page.foreign.map((span) => make("li", {}, quote(page, ...span))))] : "");
}

function findingsView(chosen) {
  const items = async function* () {
    for await (const page of everyPage()) yield* page.findings.filter((one) => !one.b).map((one) => ({ page, one }));
  };
  const row = ({ page, one }) => {
    const made = findingRow(page, one);
    made.cells[1].prepend(pageLink(page.number), make("br"));
    return made;
  };
  return section("Findings", "What cannot stand as it is, the gravest first.", list({
    caption: "Findings", columns: FOUND, items, chosen, row, empty: `Nothing was found${first.read}.`,
    words: ({ page, one }) => one.c.map((cell) => cellWords(cell, page.words, page)).join(" "),
    choices: [pageChoice, topicChoice(({ one }) => one.t), severityChoice(({ one }) => one.v),
      { name: "kind", words: "Kind", options: first.kinds.map((kind, number) => [number, kind]), of: ({ one }) => one.k }],
    sorts: [["the gravest first", (one, other) => one.one.n - other.one.n], ["page", (one, other) => one.page.number - other.page.number || one.one.n - other.one.n],
      ["topic", (one, other) => one.one.t - other.one.t || one.one.n - other.one.n]],
  }));
}

function topicsView() {
  const spoken = first.topics.map((one, number) => ({ words: one[0], number: one[4], href: `#topic-${number + 1}` })).filter(({ number }) => number);
  return section("Topics", "How many statements are made on what? A topic shows them all.", spoken.length ? [chartTitle(mostOf(spoken, "statements")), bars(spoken)] : note(`No statement was read${first.read}.`),
    first.differences.rows.length ? held(first.differences) : "");
}

// A bar from the least to the most that is said, on the scale of all that is said on the topic.
function rangeBar([low, high], most) {
  const from = Math.max(0, (100 * (low ?? 0)) / most);
  const to = high === null ? 100 : (100 * high) / most;
  return make("span", { class: `range${high === null ? " open" : ""}`, "aria-hidden": "true" }, make("i", { style: `left:${Math.min(from, 99)}%;width:${Math.max(to - from, 1)}%` }));
}

function scaleOf(claim) {
  if (!claim.l) return "";
  return make("span", { class: "steps", "aria-hidden": "true" }, "▮".repeat(claim.l[0] + 1) + "▯".repeat(claim.l[1] - claim.l[0] - 1), " ");
}

async function topicView(topic) {
  const [title, unit, , trials] = first.topics[topic];
  const found = [];
  for await (const page of everyPage()) page.claims.forEach((claim, place) => claim.t === topic && found.push({ page, claim, place }));
  const ends = [...found.map(({ claim }) => claim.g ?? []), ...trials.map(([, low, high]) => [low, high])].flat().filter((end) => end !== null);
  const sorted = [...ends].sort((one, other) => one - other);
  const most = 1.05 * (sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 1);
  const several = new Set(ends).size > 1 && unit && unit !== "year";
  const columns = ["Page", "What is said", ...(several ? [`In figures (${unit}, 0 to ${Math.round(most)})`] : []), "In its words", "About"];
  const row = ({ page, claim, place }) => tableRow(columns, [
    pageLink(page.number), [scaleOf(claim), page.words[claim.s], " ", whyLink(page, place)],
    ...(several ? [claim.g ? rangeBar(claim.g, most) : ""] : []), quote(page, ...claim.at),
    [page.words[claim.m], claim.r ? make("span", { class: "quiet" }, ` ${claim.r.map((one) => page.words[one]).join("; ")}`) : ""],
  ]);
  const rowOf = first.matrix.rows.find(([number]) => number === topic);
  const codes = rowOf?.[1].split(" ") ?? [];
  const counts = first.looks.map(([name, sign, word], look) => ({ words: `${sign} ${word}`, number: codes.filter((code) => Number(code[0]) === look).length, colour: `var(--fill-${name})` })).filter(({ number }) => number);
  const speakers = new Set(found.map(({ page }) => page.number)).size;
  return section(title, `${counted(found.length, "statement")} on ${counted(speakers, "page")} of ${first.pages.length}.`,
    first.pages.length > 1 && counts.length > 1 ? [make("h3", {}, `How the pages stand on it: ${mostOf(counts, "pages")}`), bars(counts)] : "",
    trials.length ? [make("h3", {}, "What trials did (the register)"), make("ul", { class: "pairs" }, trials.map(([what, low, high]) => make("li", {}, what, " ", several ? rangeBar([low, high], most) : "")))] : "",
    note(make("a", { href: `#findings?topic=${topic}` }, "Findings on this topic")),
    list({ caption: `${title}: what each page says`, columns, row, empty: `No page makes a statement on it${first.read}.`,
      items: async function* () { yield* found; }, words: ({ page, claim }) => [first.pages[page.number].n, page.words[claim.s], cut(page, ...claim.at), page.words[claim.m]].join(" "),
      choices: [pageChoice, { name: "about", words: "About", options: [...new Set(found.map(({ page, claim }) => page.words[claim.m]))].sort().map((one) => [one, one]), of: ({ page, claim }) => page.words[claim.m] }],
      sorts: [["page", null], ...(several ? [["the least first", (one, other) => (one.claim.g?.[0] ?? Infinity) - (other.claim.g?.[0] ?? Infinity)]] : [])] }));
}

const SAID = ["Topic", "What is said", "In its words", "Page", "What to do", "The register"];

function statementRow({ page, claim, place }) {
  const cells = [first.topics[claim.t][0], [scaleOf(claim), page.words[claim.s], make("br"), make("span", { class: "quiet" }, [page.words[claim.m], ...(claim.r ?? []).map((one) => page.words[one])].join("; ")), " ", whyLink(page, place)],
    quote(page, ...claim.at), pageLink(page.number),
    claim.d ? [make("b", {}, ["■ hold", "◧ edit", "□ publish"][claim.d[0]]), ` ${page.words[claim.d[1]]}`, page.words[claim.d[2]] ? ` Instead: “${page.words[claim.d[2]]}”` : ""] : "",
    claim.e ? first.verdicts[claim.e[0]].slice(0, 2).join(" ") : ""];
  return tableRow(SAID, cells);
}

const statementWords = ({ page, claim }) => [first.topics[claim.t][0], page.words[claim.s], page.words[claim.m], cut(page, ...claim.at), first.pages[page.number].n].join(" ");
const everyStatement = async function* (kept = () => true) {
  for await (const page of everyPage()) {
    for (const [place, claim] of page.claims.entries()) if (kept(claim)) yield { page, claim, place };
  }
};

function statementsView(chosen) {
  return section("Statements", "Everything that the pages say and that was read, in their words.", list({
    caption: "Statements", columns: SAID, items: () => everyStatement(), row: statementRow, words: statementWords, chosen, empty: `No statement was read${first.read}.`,
    choices: [pageChoice, topicChoice(({ claim }) => claim.t),
      { name: "action", words: "What to do", options: [[0, "hold"], [1, "edit"], [2, "publish"]], of: ({ claim }) => claim.d?.[0] ?? "" },
      { name: "verdict", words: "The register", options: first.verdicts.map((one, number) => [number, one[1]]), of: ({ claim }) => claim.e?.[0] ?? "" }],
    sorts: [["page", null], ["topic", (one, other) => one.claim.t - other.claim.t || one.page.number - other.page.number]],
  }));
}

const KNOWN = ["What is claimed", "In its words", "Page", "What the register says"];

async function evidenceView(chosen) {
  const counts = first.verdicts.map(() => 0);
  for await (const { claim } of everyStatement((one) => one.e)) counts[claim.e[0]] += 1;
  const shown = first.verdicts.map(([sign, word], number) => ({ words: `${sign} ${word}`, number: counts[number], href: `#evidence?verdict=${number}` })).filter(({ number }) => number);
  if (!shown.length) return section("Evidence", "", note("No statement was set beside a register."));
  const row = ({ page, claim }) => tableRow(KNOWN,
    [[first.topics[claim.t][0], make("br"), page.words[claim.s]], quote(page, ...claim.at), pageLink(page.number), evidenceParts(page, claim)]);
  return section("Evidence", "What is known beside what is claimed?", chartTitle(mostOf(shown, "statements")), bars(shown), list({
    caption: "Statements beside the register", columns: KNOWN, items: () => everyStatement((one) => one.e && one.e.length > 1), row, words: statementWords, chosen, empty: "The register answers no statement.",
    choices: [pageChoice, topicChoice(({ claim }) => claim.t), { name: "verdict", words: "Verdict", options: first.verdicts.slice(0, 4).map((one, number) => [number, one[1]]), of: ({ claim }) => claim.e[0] }],
    sorts: [["contradicted first", (one, other) => one.claim.e[0] - other.claim.e[0] || one.page.number - other.page.number], ["page", (one, other) => one.page.number - other.page.number]],
  }), first.laws ? held(first.laws) : "");
}

const wordingsView = () => section("Wordings", "What may be said as it is worded, what may not, and where it stands.", first.wordings.map(held));

const UNREAD = ["Page", "Sentence", "What in it was not read"];

function sourcesView() {
  const total = first.statuses.map(([words, colour], number) => ({ words, colour, number: first.pages.reduce((sum, one) => sum + one.sum[number], 0) })).filter(({ number }) => number);
  const items = async function* () {
    for await (const page of everyPage()) yield* page.unread.map((one) => ({ page, one }));
  };
  return section("Sources", "What was loaded, and what became of every sentence?", chartTitle(mostOf(total, "sentences")), bars(total),
    first.sources.map(held), make("h3", {}, "Sentences that a reviewer must read: no rule took them"), list({
      caption: "Sentences that no rule took", columns: UNREAD, items, empty: `Every sentence with a sign of a claim was read${first.read}.`,
      row: ({ page, one }) => tableRow(UNREAD, [pageLink(page.number), quote(page, one[0], one[1]), page.words[one[2]]]),
      words: ({ page, one }) => `${first.pages[page.number].n} ${cut(page, one[0], one[1])} ${page.words[one[2]]}`, choices: [pageChoice],
      sorts: [["page", null], ["harms first", (one, other) => other.one[3] - one.one[3]]] }));
}

// Where the sought words stand in the pages themselves, then the findings and statements that hold them.
function soughtView(sought) {
  const needle = folded(sought).trim();
  if (needle.length < 2) return section("Find", "", note("Write at least two letters."));
  const items = async function* () {
    for await (const page of everyPage()) {
      const text = [folded(page.text), page.text.toLowerCase(), page.text].find((one) => one.length === page.text.length);
      for (let at = text.indexOf(needle), count = 0; at >= 0 && count < MANY; at = text.indexOf(needle, at + needle.length), count += 1) {
        const start = [...page.text.slice(0, at)].length; // characters, as all places count them
        yield { page, start, end: start + [...page.text.slice(at, at + needle.length)].length };
      }
    }
  };
  const MANY = 200; // places of a page
  const AROUND = 90; // characters before and behind
  const WHERE = ["Page", "Where"];
  const row = ({ page, start, end }) => tableRow(WHERE, [pageLink(page.number), ["… ", told(page, Math.max(0, start - AROUND), start),
    make("a", { href: place([page.number, start, end]) }, make("mark", { class: "mark" }, told(page, start, end))), told(page, end, end + AROUND), " …"]]);
  return [
    section(`“${sought}”`, "Where it stands in the pages.", list({ caption: "In the pages’ words", columns: WHERE, items, row,
      words: ({ page, start, end }) => `${first.pages[page.number].n} ${cut(page, Math.max(0, start - AROUND), end + AROUND)}`, choices: [pageChoice], empty: "No page says it." })),
    note(make("a", { href: `#findings?words=${encodeURIComponent(sought)}` }, "Findings with these words"), " · ",
      make("a", { href: `#statements?words=${encodeURIComponent(sought)}` }, "Statements with these words")),
  ];
}
