// Draw each figure when it comes near the window, in a width that follows it; before printing all of them, in the paper's width
// and smaller letters.
const drawings = JSON.parse(document.getElementById("drawings").textContent);
const places = Object.keys(drawings.pictures).map((name) => document.getElementById(name));

function draw(place, printed) {
  const { data, layout } = structuredClone(drawings.pictures[place.id]);
  if (printed) {
    layout.width = 700;
    layout.font.size = 9;
    data.forEach((trace) => (trace.textfont = { ...trace.textfont, size: 9 }));
  }
  Plotly.react(place, data, layout, drawings.config);
}

const near = new IntersectionObserver((seen) => {
  for (const { target } of seen.filter((one) => one.isIntersecting)) {
    near.unobserve(target);
    draw(target, false);
  }
}, { rootMargin: "900px" });

for (const place of places) {
  place.style.minHeight = `${drawings.pictures[place.id].layout.height}px`;
  near.observe(place);
}
window.addEventListener("beforeprint", () => document.querySelectorAll(".folded").forEach((one) => (one.open = true)));
window.addEventListener("beforeprint", () => places.forEach((place) => draw(place, true)));
window.addEventListener("afterprint", () => places.forEach((place) => draw(place, false)));
