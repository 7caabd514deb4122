// What the app's pages share. Whatever comes from a document is set as text, never as markup.

const form = document.querySelector('meta[name="form"]')?.content ?? "";

/** Ask the server; the promise fails with the line that says what to change. */
export async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", ...options, headers: { "X-Workbook": form, ...options.headers } });
  } catch {
    throw new Error("The app does not answer: it was closed, or the machine sleeps. Start it again, then do this again.");
  }
  let told;
  try {
    told = await answer.json();
  } catch {
    throw new Error("The app gave no answer that can be read; load this page again.");
  }
  if (told.trouble) throw new Error(told.trouble);
  return told;
}

/** Make an element with a class and a text. */
export function make(tag, name = "", text = "", ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** Wait for what goes on in the background, and show how far it is. */
function watchProgress() {
  const bar = document.querySelector("#far");
  if (!bar) return;
  const words = document.querySelector("#far-words");
  const look = async () => {
    try {
      const far = await ask(bar.dataset.address, { method: "GET" });
      if (far.ready) {
        location.reload();
        return;
      }
      words.textContent = far.total ? `${far.words}: ${far.done} of ${far.total}` : far.words;
      if (far.total) {
        bar.max = far.total;
        bar.value = far.done;
      }
    } catch (error) {
      words.textContent = error.message;
    }
    setTimeout(look, 400);
  };
  look();
}

/** Narrow the list of pages to those that hold the words, and are in the state, that were chosen. */
function watchPages() {
  const find = document.querySelector("#find");
  if (!find) return;
  const show = document.querySelector("#show");
  const none = document.querySelector("#none");
  const cards = [...document.querySelectorAll(".card")];
  const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const narrow = () => {
    const words = find.value.trim().toLowerCase().split(/\s+/);
    let count = 0;
    for (const card of cards) {
      const fits = (!show.value || card.dataset.action === show.value) && words.every((word) => texts.get(card).includes(word));
      card.hidden = !fits;
      count += fits;
    }
    none.hidden = count > 0;
    document.querySelector("#count").textContent = `${count} of ${cards.length} pages`;
  };
  find.addEventListener("input", narrow);
  show.addEventListener("change", narrow);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    find.focus();
  });
  narrow();
}

/** Show that what a button began goes on, and that it is not to be pressed twice. */
function watchForms() {
  for (const one of document.querySelectorAll("form[data-busy]")) {
    one.addEventListener("submit", () => {
      const button = one.querySelector("button");
      button.disabled = true;
      button.textContent = one.dataset.busy;
    });
  }
}

watchProgress();
watchPages();
watchForms();
