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
if (host.dataset.start && pages) {
  const begin = new MutationObserver(() => {
    if (host.querySelector(".erw")?.dataset.ready !== "true") return;
    begin.disconnect();
    pages.value = host.dataset.start;
    pages.dispatchEvent(new Event("change"));
    host.querySelector(".erw-entry")?.click();
  });
  begin.observe(host, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
}
