// Draw every figure once, in a style that follows the window, and at the paper's width when the page is printed.
const drawings = JSON.parse(document.getElementById("drawings").textContent);
const places = Object.keys(drawings.pictures).map((name) => document.getElementById(name));
for (const place of places) {
  const picture = drawings.pictures[place.id];
  Plotly.newPlot(place, picture.data, picture.layout, drawings.config);
}
window.addEventListener("beforeprint", () => places.forEach((place) => Plotly.relayout(place, { width: 680 })));
window.addEventListener("afterprint", () => places.forEach((place) => Plotly.relayout(place, { width: null, autosize: true })));
