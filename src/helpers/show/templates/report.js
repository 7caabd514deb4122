// Draw every figure, in a width that follows the window; when the page is printed, in the paper's width and smaller letters.
const drawings = JSON.parse(document.getElementById("drawings").textContent);

function draw(printed) {
  for (const [name, picture] of Object.entries(drawings.pictures)) {
    const { data, layout } = structuredClone(picture);
    if (printed) {
      layout.width = 700;
      layout.font.size = 9;
      data.forEach((trace) => (trace.textfont = { ...trace.textfont, size: 9 }));
    }
    Plotly.react(name, data, layout, drawings.config);
  }
}

draw(false);
window.addEventListener("beforeprint", () => draw(true));
window.addEventListener("afterprint", () => draw(false));
