// Files that are brought: one after the other, so that each is stored, or named with what is wrong with it.
import { ask, make } from "/static/app.js";

const MOST = 100 * 1024 * 1024;
const form = document.querySelector("#upload");
const [files, into, fresh, replace, bar, status, trouble] = ["files", "into", "fresh", "replace", "upload-bar", "upload-status", "upload-trouble"].map((id) => document.querySelector(`#${id}`));

into.addEventListener("change", () => {
  document.querySelector("#fresh-field").hidden = into.value !== "fresh";
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  trouble.replaceChildren();
  if (!files.files.length) return void (status.textContent = "Choose the files first.");
  if (into.value === "fresh" && !fresh.value.trim()) {
    status.textContent = "Give the new folder a name.";
    return void fresh.focus();
  }
  const button = form.querySelector("button");
  button.disabled = true;
  Object.assign(bar, { hidden: false, max: files.files.length, value: 0 });
  let stored = 0;
  let folder = form.dataset.open;
  for (const file of files.files) {
    try {
      if (file.size > MOST) throw new Error("larger than 100 MB, the most that is read; split it");
      const query = new URLSearchParams({ name: file.name, replace: replace.checked ? "yes" : "" });
      query.set(...(into.value === "fresh" ? ["fresh", fresh.value.trim()] : ["into", form.dataset.open]));
      folder = (await ask(`/upload?${query}`, { body: file })).folder;
      stored += 1;
    } catch (error) {
      trouble.append(make("li", "", `${file.name}: ${error.message}`));
    }
    bar.value += 1;
    status.textContent = `${stored} of ${files.files.length} stored`;
  }
  button.disabled = false;
  if (!stored) return;
  const open = async () => {
    await ask("/open", { body: new URLSearchParams({ folder }), redirect: "manual" }).catch(() => {});
    location.assign("/");
  };
  if (!trouble.children.length) return void open();
  const go = make("button", "", `Read the folder with the ${stored} that ${stored === 1 ? "was" : "were"} stored`);
  go.type = "button";
  go.addEventListener("click", open);
  status.append(" ", go);
});
