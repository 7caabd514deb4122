"use strict";
// What the report holds: the first layer at once, pages when somebody asks for them. Words of documents are data here: they become
// text on the page and nothing else.
const first = JSON.parse(document.getElementById("first").textContent);
const groups = first.groups.reduce((all, size) => {
  const from = all.length ? all[all.length - 1].from + all[all.length - 1].size : 0;
  return [...all, { from, size, pages: null, waiting: [] }];
}, []);
const whole = new Promise((ready) =>
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready());

// A group in a file of its own calls this.
function reportHolds(number, held) {
  const group = groups[number];
  group.pages = held.pages.map((page, place) => ({ ...page, number: group.from + place, words: held.words }));
  group.waiting.splice(0).forEach((ready) => ready());
}

async function openGroup(number) {
  if (groups[number].pages) return groups[number].pages;
  await whole;
  const inside = document.getElementById(`group-${number}`);
  if (inside && !groups[number].pages) reportHolds(number, JSON.parse(inside.textContent));
  if (!groups[number].pages) await fetchGroup(number);
  return groups[number].pages;
}

function fetchGroup(number) {
  return new Promise((ready, failed) => {
    const group = groups[number];
    group.waiting.push(ready);
    if (group.waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = `report_pages/${number}.js`;
    script.onerror = () => failed(new Error(`report_pages/${number}.js is not beside the report`));
    document.head.append(script);
  });
}

async function openPage(number) {
  const place = groups.findIndex((group) => number < group.from + group.size);
  return (await openGroup(place))[number - groups[place].from];
}

// All pages, a group at a time, with room between for the browser to draw and for the reader to go elsewhere.
async function* everyPage() {
  for (let number = 0; number < groups.length; number += 1) {
    yield* await openGroup(number);
    if (number % 4 === 3) await new Promise((next) => setTimeout(next));
  }
}

// Places count characters; where a text holds such as take two units of a string, they are counted anew.
function cut(page, start, end) {
  if (page.astral === undefined) page.astral = /[\ud800-\udbff][\udc00-\udfff]/.test(page.text) ? [...page.text] : null;
  return page.astral ? page.astral.slice(start, end).join("") : page.text.slice(start, end);
}

const oneLine = (words) => words.trim().split(/\s+/).join(" ");
const counted = (number, one, many = `${one}s`) => `${number || "no"} ${number === 1 ? one : many}`;
const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
