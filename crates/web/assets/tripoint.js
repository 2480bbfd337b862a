// Keys and small comforts. Every page works without this file.
"use strict";
(() => {
  const panel = () => document.getElementById("panel");
  let cameFrom = null;

  // Alt+L: the same page in the next language.
  document.addEventListener("keydown", (event) => {
    if (event.altKey && !event.ctrlKey && event.code === "KeyL") {
      const link = document.querySelector("a[data-language]");
      if (link) { event.preventDefault(); location.assign(link.href); }
    }
    if (event.key === "Escape" && panel() && panel().childElementCount > 0) close();
  });

  function close() {
    panel().replaceChildren();
    document.querySelectorAll("[data-cell][aria-current]").forEach((cell) => cell.removeAttribute("aria-current"));
    if (cameFrom && cameFrom.isConnected) cameFrom.focus();
  }

  // Arrow keys move through the grid of a matrix; Enter opens what has the focus, as for every link.
  document.addEventListener("keydown", (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    const here = event.target instanceof Element ? event.target.closest("[data-cell]") : null;
    if (!step || !here || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...document.querySelectorAll("tr")]
      .map((row) => [...row.querySelectorAll("[data-cell]")])
      .filter((cells) => cells.length > 0);
    const row = rows.findIndex((cells) => cells.includes(here));
    const next = step[0] === 0
      ? rows[row][rows[row].indexOf(here) + step[1]]
      : nearest(rows[row + step[0]], here);
    if (next) { event.preventDefault(); next.focus(); }
  });

  // The cell of another row that stands closest to this one on the page.
  function nearest(cells, here) {
    if (!cells) return null;
    const middle = (cell) => { const box = cell.getBoundingClientRect(); return box.left + box.width / 2; };
    const x = middle(here);
    return cells.reduce((best, cell) => (best === null || Math.abs(middle(cell) - x) < Math.abs(middle(best) - x) ? cell : best), null);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    if (target.closest("[data-close]") && panel()) { event.preventDefault(); close(); return; }
    const cell = target.closest("[data-cell]");
    if (cell) {
      cameFrom = cell;
      document.querySelectorAll("[data-cell][aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      cell.setAttribute("aria-current", "true");
    }
  });

  // What was opened beside the grid is read next; a list of faults is read first.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "panel") { const title = panel().querySelector("h2"); if (title) title.focus(); }
  });
  document.addEventListener("DOMContentLoaded", () => {
    const faults = document.querySelector(".faults");
    if (faults) faults.focus();
  });
})();
