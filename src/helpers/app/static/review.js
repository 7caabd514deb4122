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
const find = host.querySelector(".erw-find");
if (host.dataset.start && find) {
  const begin = new MutationObserver(() => {
    if (host.querySelector(".erw")?.dataset.ready !== "true") return;
    begin.disconnect();
    find.value = host.dataset.start;
    find.dispatchEvent(new Event("input"));
    host.querySelector(".erw-entry")?.click();
  });
  begin.observe(host, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
}
