// A draft, checked a moment after the last key; what is typed meanwhile is checked next.
import { ask, make } from "/static/app.js";

const PAUSE = 300; // milliseconds without a key
const SIGNS = { error: ["▲▲▲", "must change"], warning: ["▲▲", "look at it"], note: ["▲", "to know"] };

const text = document.querySelector("#text");
const status = document.querySelector("#draft-status");
const found = document.querySelector("#found");
let timer = 0;
let asked = 0;

/** Put the words of a message under the cursor. */
function go(place) {
  const lines = text.value.split(/\r\n|\r|\n/);
  const at = (line, column) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  text.focus();
  text.setSelectionRange(at(place.line, place.column), at(place.end_line, place.end_column));
}

/** Make a button for each place that a message is about. */
function showPlaces({ places, quote }) {
  return places.map((place, index) => {
    const words = index === 0 && quote ? `“${quote}”` : `line ${place.line}`;
    const button = make("button", "quote", words);
    button.type = "button";
    button.addEventListener("click", () => go(place));
    return button;
  });
}

function showMessage(one) {
  const [sign, words] = SIGNS[one.severity];
  const title = make("p", "", "", make("span", "sign", sign), ` ${words}: `, make("strong", "", one.title));
  const item = make("li", "problem", "", title, ...showPlaces(one), make("p", "", one.message));
  item.dataset.severity = one.severity;
  if (one.advice) item.append(make("p", "", `What to do: ${one.advice}`));
  if (one.wording) item.append(make("p", "instead", "May be said instead: ", make("q", "", one.wording)));
  if (one.details.length) item.append(make("ul", "", "", ...one.details.map((line) => make("li", "", line))));
  if (one.suppressed) item.append(make("p", "soft", `The draft asks not to be told: ${one.suppressed}`));
  return item;
}

async function check() {
  const mine = (asked += 1);
  status.textContent = "Checking …";
  try {
    const { messages, hidden } = await ask("/check", { body: JSON.stringify({ text: text.value }) });
    if (mine !== asked) return;
    found.replaceChildren(...[...messages, ...hidden].map(showMessage));
    const none = text.value.trim() ? "Nothing was found in it." : "Nothing to check yet.";
    const apart = hidden.length ? `, ${hidden.length} more that the draft asks not to be told` : "";
    status.textContent = messages.length || hidden.length ? `${messages.length} found${apart}.` : none;
  } catch (error) {
    if (mine === asked) status.textContent = error.message;
  }
}

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
if (text.value.trim()) check();
