// The review panel in the app: what it sends goes to the server, and what the server answers comes back to it.
import panel from "/static/panel.js";
import { ask } from "/static/app.js";

const hearers = new Set();
const model = {
  on: (_name, hear) => hearers.add(hear),
  off: (_name, hear) => hearers.delete(hear),
  send: async (message) => {
    let answer;
    try {
      answer = await ask("/panel", { body: JSON.stringify(message) });
    } catch (error) {
      answer = { kind: "failed", why: error.message, ticket: message.ticket };
    }
    for (const hear of hearers) hear(answer);
  },
};

const host = document.querySelector("#panel");
panel.render({ model, el: host });
const pages = host.querySelector(".erw-by-page");
const begin = new MutationObserver(() => {
  const root = host.querySelector(".erw");
  if (root?.dataset.ready !== "true") return;
  begin.disconnect();
  if (document.activeElement === document.body) root.focus({ preventScroll: true }); // the keys are for the panel from the start
  if (!host.dataset.start || !pages) return;
  pages.value = host.dataset.start;
  pages.dispatchEvent(new Event("change"));
  host.querySelector(".erw-entry")?.click();
});
begin.observe(host, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
