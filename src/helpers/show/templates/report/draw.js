// Elements, cells and links.
function make(name, given = {}, ...inside) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) one.addEventListener(key.slice(2), value);
    else if (key === "class") one.className = value;
    else one.setAttribute(key, value === true ? "" : value);
  }
  one.append(...inside.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== "").map((part) =>
    part instanceof Node ? part : String(part)));
  return one;
}

const place = ([page, start, end]) => `#text-${[page + 1, start, end].filter((part) => part !== undefined).join("-")}`;
const pageLink = (number, words) => make("a", { href: `#page-${number + 1}` }, words ?? first.pages[number].n);

// Words of a page, those marked that nobody sees or that pass for others.
function told(page, start, end) {
  const strange = page.strange.filter((one) => one[0] >= start && one[1] <= end);
  if (!strange.length) return [cut(page, start, end)];
  let done = start;
  const parts = strange.flatMap(([from, to, shown, sign, why]) => {
    const before = cut(page, done, from);
    done = to;
    return [before, make("mark", { class: "strange", title: why }, shown, make("small", {}, `[${sign}]`))];
  });
  return [...parts, cut(page, done, end)];
}

function quote(page, start, end) {
  const words = page.strange.length ? told(page, start, end) : [oneLine(cut(page, start, end))];
  return make("a", { href: place([page.number, start, end]), class: "quote" }, "“", words, "”");
}

// A cell of a table; `page` is where it is kept, and says what its numbers and places mean.
function cellParts(cell, words, page) {
  if (typeof cell === "number") return [words[cell]];
  if (!Array.isArray(cell)) return cellParts(cell.c, words, page);
  const lines = cell.map((line) => (typeof line === "number" ? [words[line]] : line.map((run) => runParts(run, words, page))));
  return lines.flatMap((line, number) => (number ? [make("br"), ...line] : line));
}

function runParts(run, words, page) {
  if (typeof run === "number") return words[run];
  const own = run.w === undefined && page;
  if (own) return quote(page, run.at[1], run.at[2]);
  const said = run.q ? `“${words[run.w]}”` : words[run.w];
  if (run.at) return make("a", { href: run.at.length > 1 ? place(run.at) : `#page-${run.at[0] + 1}`, class: run.l }, said);
  if (run.h) return make("a", { href: run.h, class: run.l, rel: "noreferrer" }, said);
  return run.l ? make("span", { class: run.l }, said) : said;
}

const cellWords = (cell, words, page) => make("span", {}, cellParts(cell, words, page)).textContent;

// A table: rows are elements; what it holds can be scrolled by key where it is too wide.
function table(caption, columns, rows, looks = "list") {
  return make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    make("table", { class: looks }, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, columns.map((column) => make("th", { scope: "col" }, column)))),
      make("tbody", {}, rows)));
}

// A row of elements or words, and one of cells as the data holds them; the first one names the row.
const tableRow = (columns, cells, looks = []) => make("tr", {}, cells.map((inside, number) =>
  make(number ? "td" : "th", { scope: number ? null : "row", class: looks[number], "data-label": columns[number] }, inside)));
const heldRow = (columns, cells, words, page) =>
  tableRow(columns, cells.map((cell) => cellParts(cell, words, page)), cells.map((cell) => cell.l));

const held = ({ caption, columns, rows, empty }) =>
  (rows.length ? table(caption, columns, rows.map((row) => heldRow(columns, row, first.words))) : note(empty));

const note = (...words) => make("p", { class: "note" }, words);
const severity = (number) => make("span", { class: `chip fill-${["high", "medium", "low"][number]}` },
  `${first.severities[number][0]} ${first.severities[number][1]}`);

// A bar with its number: what it is, how many, out of how many.
function bars(rows, most = Math.max(1, ...rows.map((row) => row.number))) {
  return make("ul", { class: "bars" }, rows.map(({ words, number, colour, href }) => make("li", {},
    make("span", { class: "what" }, href ? make("a", { href }, words) : words),
    make("span", { class: "bar", style: `width:${(100 * number) / most}%;background:${colour ?? "var(--page)"}` }),
    make("b", {}, number))));
}

// What a chart shows, in words: its longest bar.
const chartTitle = (words) => make("h3", {}, words);
function mostOf(rows, things) {
  const all = rows.reduce((sum, row) => sum + row.number, 0);
  const top = rows.reduce((one, other) => (other.number > one.number ? other : one));
  return `${top.number} of ${all} ${things}: ${top.words.replace(/^[^\p{L}]*/u, "")}`;
}
