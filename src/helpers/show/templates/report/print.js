// On paper the first layer is followed by a page a source: what to do with it, why, and what else was found.
const PAPER = 400; // sources that are printed; of more, the gravest

function paperPage(number) {
  const one = first.pages[number];
  const rows = ["What to do", "What is gravest", "The harm if it stands", "What speaks against it"]
    .map((name, place) => [name, cellParts(one.row[place + 1], first.words)]);
  if (one.also.length) rows.push(["Also found", one.also.map((words) => first.words[words]).join("; ")]);
  rows.push(["Why it cannot go out as it is", first.words[one.why]]);
  return make("section", { class: "sheet" }, make("h2", {}, one.n), make("p", { class: "about" }, one.about.map((cell) => cellWords(cell, first.words)).join(" · ")),
    make("dl", {}, rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
    one.insert.length ? [make("h3", {}, "Text to insert"), make("ul", {}, one.insert.map((words) => make("li", {}, first.words[words])))] : "");
}

const paper = document.getElementById("paper");
window.addEventListener("beforeprint", () => {
  if (document.body.classList.contains("deep")) return; // another view is printed as it stands
  paper.replaceChildren(...GRAVITY.slice(0, PAPER).sort((one, other) => one - other).map(paperPage));
});
window.addEventListener("afterprint", () => paper.replaceChildren());
