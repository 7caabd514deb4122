// A page's text: each passage with its statements beside it; marked are the words of statements, and those that a link leads to.
function textOf(page, target = null) {
  let from = 0;
  const passages = page.blocks.map(([kind, end, furniture, where]) => {
    const made = passage(page, from, end, { kind, furniture, where, target });
    from = end;
    return made;
  });
  const marked = counted(page.claims.length, "statement");
  return make("div", { class: "whole" },
    note(`${marked} marked; beside each passage stands what it says. What no rule read is underlined with dots.`), passages);
}

function passage(page, start, end, { kind, furniture, where, target }) {
  start += cut(page, start, end).match(/^\s*/)[0].length;
  const within = (one) => one[0] < end && one[1] > start;
  const claims = page.claims.map((claim, number) => ({ claim, number })).filter(({ claim }) => claim.at[0] >= start && claim.at[0] < end);
  const spans = [
    ...page.claims.filter(({ at }) => within(at)).map(({ at }) => ({ from: at[0], to: at[1], look: "mark" })),
    ...page.gaps.filter(within).map((gap) => ({ from: gap[0], to: gap[1], look: "lost" })),
    ...page.unread.filter(within).map((one) => ({ from: one[0], to: one[1], look: "unread" })),
    ...(target && within(target) ? [{ from: target[0], to: target[1], look: "here" }] : []),
  ];
  const edges = [...new Set([start, end, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge >= start && edge <= end).sort((one, other) => one - other);
  const runs = edges.slice(1).map((to, number) => {
    const from = edges[number];
    const looks = [...new Set(spans.filter((span) => span.from <= from && span.to >= to).map(({ look }) => look))];
    return looks.length ? make("mark", { class: looks.join(" ") }, told(page, from, to)) : told(page, from, to);
  });
  const lost = page.gaps.filter((gap) => gap[1] > start && gap[1] <= end && gap[0] < gap[1]);
  const missing = page.gaps.filter((gap) => gap[0] === gap[1] && gap[0] >= start && gap[0] < end);
  const said = make(kind === "heading" ? "h3" : "p", { class: "words" },
    furniture ? make("span", { class: "furniture" }, "website furniture") : "", furniture ? " " : "", runs,
    lost.length ? make("small", { class: "quiet" }, " [what followed was lost]") : "",
    missing.map((gap) => make("small", { class: "quiet" }, ` [${gap[2]}]`)),
    where >= 0 ? make("small", { class: "quiet where" }, ` [${page.words[where]}]`) : "");
  const here = target && within(target);
  return make("div", { class: here ? "passage led" : "passage" }, said,
    make("ul", { class: "beside" }, claims.map(({ claim, number }) => make("li", {}, make("a", { href: `#statement-${page.number + 1}-${number + 1}` },
      `${first.topics[claim.t]?.[0] ?? ""}: ${page.words[claim.s]}`), claim.r ? make("span", { class: "quiet" }, ` ${claim.r.map((one) => page.words[one]).join("; ")}`) : ""))));
}

// One statement: what it says, what is decided, what is known, why it was read so, what others say.
async function statementView(page, number) {
  const claim = page.claims[number];
  const words = (one) => page.words[one];
  const rows = [["In its words", quote(page, ...claim.at)], ["About", words(claim.m)]];
  if (claim.r) rows.push(["Narrowed by", claim.r.map(words).join("; ")]);
  if (claim.d) rows.push(["What to do", [make("b", {}, ["■ hold", "◧ edit", "□ publish"][claim.d[0]]), ` ${words(claim.d[1])}`, words(claim.d[2]) ? [make("br"), "Instead: “", words(claim.d[2]), "”"] : ""]]);
  if (claim.e) rows.push(["What the register says", evidenceParts(page, claim)]);
  if (claim.y) rows.push(["Why it is read so", make("ul", {}, claim.y.map((one) => make("li", {}, words(one))))]);
  const about = page.findings.filter((one) => one.s?.includes(number));
  return make("section", { class: "statement" },
    make("h2", {}, `${first.topics[claim.t][0]}: ${words(claim.s)}`), make("p", { class: "about" }, pageLink(page.number)),
    make("dl", {}, rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
    about.length ? findingsTable(page, about, "What was found about it") : "",
    await behindSquare(claim.t, page.number));
}

function evidenceParts(page, claim) {
  const [verdict, reason, caveats, entries] = claim.e;
  const look = first.verdicts[verdict];
  return [make("b", {}, `${look[0]} ${look[1]}`), reason === undefined ? "" : ` ${page.words[reason]}`,
    caveats !== undefined && page.words[caveats] ? [make("br"), make("span", { class: "quiet" }, page.words[caveats])] : "",
    entries ? [make("br"), ...cellParts(entries, page.words, page)] : ""];
}
