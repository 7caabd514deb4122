// Topics by pages: a sign, a word and a colour; the quotes behind a square when it is asked.
const WIDE = 8; // pages beside each other

function matrix(pages, from = 0) {
  const shown = pages.slice(from, from + WIDE);
  const home = make("div", { id: "matrix" });
  const rows = first.matrix.rows.map(([topic, squares]) => {
    const codes = squares.split(" ");
    const row = make("tr", {}, make("th", { scope: "row" }, make("a", { href: `#topic-${topic + 1}` }, first.topics[topic][0])),
      shown.map((number) => make("td", {}, square(topic, number, codes[number]))));
    return row;
  });
  home.append(
    pages.length > WIDE ? pager(pages, from, home) : "",
    table(first.matrix.title, ["Topic", ...shown.map((number) => pageLink(number))], rows, "matrix"),
    make("ul", { class: "legend" }, first.looks.map(([name, sign, word, meaning]) =>
      make("li", {}, make("span", { class: `chip fill-${name}` }, `${sign} ${word}`), ` ${meaning}`))));
  return home;
}

function pager(pages, from, home) {
  const turn = (to) => () => {
    const next = matrix(pages, to);
    home.replaceWith(next);
    next.querySelector("button").focus();
  };
  return make("p", { class: "pager" },
    make("button", { type: "button", disabled: from === 0, onclick: turn(Math.max(0, from - WIDE)) }, "Earlier pages"),
    ` Pages ${from + 1} to ${Math.min(from + WIDE, pages.length)} of ${pages.length}, the gravest first `,
    make("button", { type: "button", disabled: from + WIDE >= pages.length, onclick: turn(from + WIDE) }, "Further pages"));
}

function square(topic, number, code) {
  const [name, sign, word] = first.looks[code[0]];
  const also = [...code.slice(1)].map((one) => first.looks[one]);
  const words = [`${sign} ${word}`, also.length ? make("span", { "aria-hidden": "true" }, ` ${also.map((one) => one[1]).join(" ")}`) : ""];
  const label = `${first.topics[topic][0]}, ${first.pages[number].n}: ${[word, ...also.map((one) => one[2])].join(", ")}`;
  return make("button", {
    type: "button", class: `square fill-${name}`, "aria-label": label, "aria-expanded": "false",
    onclick: (event) => showSquare(event.currentTarget, topic, number),
  }, words);
}

async function showSquare(button, topic, number) {
  const row = button.closest("tr");
  const open = row.nextElementSibling?.classList.contains("behind") ? row.nextElementSibling : null;
  const same = button.getAttribute("aria-expanded") === "true";
  document.querySelectorAll(".square[aria-expanded=true]").forEach((one) => one.setAttribute("aria-expanded", "false"));
  open?.remove();
  document.querySelectorAll("tr.behind").forEach((one) => one.remove());
  if (same) return;
  button.setAttribute("aria-expanded", "true");
  const inside = make("td", { colspan: row.cells.length }, "…");
  row.after(make("tr", { class: "behind" }, inside));
  inside.replaceChildren(await behindSquare(topic, number));
}

async function behindSquare(topic, number) {
  const page = await openPage(number);
  const own = page.claims.map((claim, place) => ({ claim, place })).filter(({ claim }) => claim.t === topic);
  const lost = page.gaps.filter((gap) => gap[3] === topic);
  const parts = [make("h3", {}, `${first.topics[topic][0]}: `, pageLink(number))];
  if (!own.length) {
    parts.push(note(lost.length ? "It announces a list that was lost on the way here: it may or may not say it." : first.pages[number].shut || "It makes no statement on it."),
      ...lost.map((gap) => note(quote(page, gap[0], gap[1]))));
  }
  const paired = Object.entries(page.squares[topic] ?? {});
  for (const [relation, [many, ...pairs]] of paired) {
    const look = first.looks.find(([name]) => name === relation);
    const rows = await Promise.all(pairs.map(async ([mine, other, theirs, why]) => {
      const there = await openPage(other);
      return make("li", {}, statementLine(page, page.claims[mine]), make("span", { class: "versus" }, ` ${look[1]} `),
        statementLine(there, there.claims[theirs], other === number ? "the same page" : first.pages[other].n), why && page.words[why] ? make("p", { class: "quiet" }, page.words[why]) : "");
    }));
    parts.push(make("h4", {}, make("span", { class: `chip fill-${relation}` }, `${look[1]} ${look[2]}`),
      ` ${look[3]}${many ? `; with ${counted(many, "page")}` : ""}`), make("ul", { class: "pairs" }, rows));
  }
  if (own.length) {
    parts.push(make("h4", {}, `All that it says on it (${own.length})`),
      make("ul", { class: "pairs" }, own.slice(0, 40).map(({ claim, place }) => make("li", {}, statementLine(page, claim), " ", whyLink(page, place)))));
  }
  return make("div", { class: "quotes" }, parts);
}

function statementLine(page, claim, who = "") {
  return make("span", { class: "said" }, who ? make("span", { class: "quiet" }, `${who}: `) : "", make("b", {}, page.words[claim.s]), " ",
    quote(page, ...claim.at));
}

const whyLink = (page, place) => make("a", { class: "quiet", href: `#statement-${page.number + 1}-${place + 1}` }, "more");
