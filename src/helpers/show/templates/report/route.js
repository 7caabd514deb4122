// Which view an address names: #start, #page-3-text, #text-3-120-140, #topic-5, #findings?severity=0, #find?words=... .
const PARTS = [["start", "Start"], ["pages", "Pages"], ["findings", "Findings"], ["topics", "Topics"], ["statements", "Statements"],
  ["evidence", "Evidence"], ["wordings", "Wordings"], ["sources", "Sources"]];
const main = document.getElementById("main");
let turn = 0;

async function viewOf(address) {
  const [name, asked] = address.split("?");
  const chosen = Object.fromEntries(new URLSearchParams(asked ?? ""));
  const [kind, ...numbers] = name.split("-");
  const number = Number(numbers[0]) - 1;
  const known = kind === "topic" ? first.topics : first.pages;
  if (numbers.length && !known[number]) return [note("Nothing stands at this address.")];
  if (kind === "page") return pageView(number, TABS.some(([tab]) => tab === numbers[1]) ? numbers[1] : "decide");
  if (kind === "text") {
    const start = numbers[1] === undefined ? null : Number(numbers[1]);
    return pageView(number, "text", start === null ? null : [start, Number(numbers[2] ?? start + 1)]);
  }
  if (kind === "statement") return statementView(await openPage(number), Number(numbers[1]) - 1);
  if (kind === "topic") return topicView(number);
  const views = { pages: pagesView, findings: findingsView, topics: topicsView, statements: statementsView, evidence: evidenceView, wordings: wordingsView, sources: sourcesView,
    find: ({ words }) => soughtView(words ?? "") };
  return (views[name] ?? startView)(chosen);
}

async function go() {
  const mine = (turn += 1);
  const address = decodeURI(location.hash.slice(1)) || "start";
  const waiting = setTimeout(() => mine === turn && main.replaceChildren(note("Reading …")), 150);
  const made = await viewOf(location.hash.slice(1) || "start").catch((error) => [note(error.message)]);
  clearTimeout(waiting);
  if (mine !== turn) return;
  const part = PARTS.find(([name]) => address.split(/[-?]/)[0].replace(/^(page|text)$/, "pages").replace(/^topic$/, "topics").replace(/^statement$/, "statements") === name);
  document.querySelectorAll("#parts a").forEach((link) => {
    if (link.hash === `#${part?.[0]}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  document.body.classList.toggle("deep", address !== "start");
  main.replaceChildren(...[made].flat());
  if (mine > 1) main.focus({ preventScroll: true }); // who reads by key or by ear goes on from here
  const led = main.querySelector("mark.here") ?? main.querySelector(".passage.led");
  if (led) led.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
}

document.getElementById("parts").append(...PARTS.map(([name, words]) => make("li", {}, make("a", { href: `#${name}` }, words))));
document.getElementById("find").addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = `find?words=${encodeURIComponent(document.getElementById("sought").value)}`;
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address stays that of the view
  main.focus();
});
window.addEventListener("hashchange", go);
go();
