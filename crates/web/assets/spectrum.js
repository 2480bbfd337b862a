// The plot of a spectrum: drawn as SVG from the data that the page names, with zoom, pan, a cursor and the lines of any
// nuclide laid over it. Without this file the page shows the picture that the server drew.
"use strict";
(() => {
  const SPACE = "http://www.w3.org/2000/svg";
  const LANGUAGE = document.documentElement.lang;
  // Half a count is the floor of the logarithmic scale, so that a single count is seen.
  const LEAST = 0.5;
  // Overlaid nuclides are told apart by the pattern of their lines, not by colour.
  const PATTERNS = ["", "7 3", "2 3", "8 3 2 3"];
  const number = (value, digits = 0) =>
    new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  function element(name, attributes = {}, text) {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // The first place in a rising list whose value is above this one.
  function above(list, value) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] > value) high = middle; else low = middle + 1;
    }
    return low;
  }

  // A round step (1, 2 or 5 and their tens) for about so many ticks.
  function step(span, about) {
    const rough = span / about;
    const ten = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].map(part => part * ten).find(size => size >= rough);
  }

  function filled(text, values) {
    return text.replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
  }

  class Plot {
    constructor(box, data) {
      this.box = box;
      this.data = data;
      this.words = data.words;
      this.picture = box.querySelector(".plot-picture");
      this.readout = box.querySelector(".plot-readout");
      this.legend = box.querySelector(".plot-legend");
      this.tools = box.querySelector(".plot-tools");
      this.whole = { from: Math.max(data.edges[0], 0), to: data.edges[data.edges.length - 1] };
      // Past the last peak and all but a few counts; Home shows the rest.
      this.view = { from: this.whole.from, to: Math.min(data.reaches, this.whole.to) };
      this.scale = "log";
      this.under = true;
      this.cursor = null;
      this.selected = null;
      this.overlays = [];
      this.listen();
      for (const part of [this.tools, this.picture, this.readout, box.querySelector("#plot-keys")]) part.hidden = false;
      box.querySelector(".plot-still").hidden = true;
      // Lines can only be laid over an axis of energy.
      const calibrated = data.unit === "keV";
      this.tools.querySelector("form").hidden = !calibrated;
      document.querySelectorAll("[data-overlay]").forEach(button => { button.hidden = !calibrated; });
      new ResizeObserver(() => this.draw()).observe(this.picture);
      this.say();
    }

    // Where things stand.

    measure() {
      this.width = Math.max(this.picture.clientWidth, 280);
      const narrow = this.width < 560;
      this.height = narrow ? 340 : 460;
      this.left = narrow ? 52 : 68;
      this.right = this.width - 20;
      this.top = this.data.labels.length === 0 ? 16 : narrow ? 78 : 84;
      this.bottom = this.height - 46;
      const [from, to] = this.range();
      let most = 1;
      for (let n = from; n < to; n += 1) if (this.data.counts[n] > most) most = this.data.counts[n];
      this.most = most * (this.scale === "log" ? 1.4 : 1.08);
    }

    // The channels that are in view, from the first to behind the last.
    range() {
      const { edges, counts } = this.data;
      return [clamp(above(edges, this.view.from) - 1, 0, counts.length), clamp(above(edges, this.view.to), 0, counts.length)];
    }

    x(energy) {
      return this.left + (this.right - this.left) * (energy - this.view.from) / (this.view.to - this.view.from);
    }

    energy(x) {
      return this.view.from + (this.view.to - this.view.from) * (x - this.left) / (this.right - this.left);
    }

    y(count) {
      const part = this.scale === "log"
        ? Math.log(Math.max(count, LEAST) / LEAST) / Math.log(this.most / LEAST)
        : count / this.most;
      return this.top + (this.bottom - this.top) * (1 - clamp(part, 0, 1));
    }

    // Drawing.

    draw() {
      this.measure();
      const svg = element("svg", { viewBox: `0 0 ${this.width} ${this.height}`, width: this.width, height: this.height, "aria-hidden": "true" });
      if (this.under && this.data.background) {
        const [line] = this.line(this.data.background);
        const floor = this.bottom;
        svg.append(element("path", { class: "plot-under", d: `M${this.left} ${floor}L${line.slice(1)}L${this.right} ${floor}Z` }));
        svg.append(element("path", { class: "plot-under-edge", d: line }));
      }
      this.axes(svg);
      const [line, ranges] = this.line(this.data.counts);
      svg.append(element("path", { class: "plot-range", d: ranges }), element("path", { class: "plot-counts", d: line }));
      this.labels(svg);
      this.overlaid(svg);
      this.marks = element("g");
      svg.append(this.marks);
      this.picture.replaceChildren(svg);
      this.mark();
    }

    // Counts as two paths. The line: steps where channels are wide, and the mean of those that share a column of the picture.
    // The range, drawn lightly behind it: the lowest and the highest of a column, so that a narrow peak stays as high as it is.
    line(counts) {
      const { edges } = this.data;
      const [from, to] = this.range();
      const [parts, ranges] = [[], []];
      let [column, low, high, sum, channels] = [null, 0, 0, 0, 0];
      const close = () => {
        if (column === null) return;
        parts.push(`${column + 0.5} ${this.y(sum / channels).toFixed(1)}`);
        if (channels > 1) ranges.push(`M${column + 0.5} ${this.y(low).toFixed(1)}V${this.y(high).toFixed(1)}`);
        column = null;
      };
      for (let n = from; n < to; n += 1) {
        const [left, right] = [Math.max(this.x(edges[n]), this.left), Math.min(this.x(edges[n + 1]), this.right)];
        if (right <= left) continue;
        if (right - left >= 1.5) {
          close();
          const y = this.y(counts[n]).toFixed(1);
          parts.push(`${left.toFixed(1)} ${y}`, `${right.toFixed(1)} ${y}`);
          continue;
        }
        const here = Math.floor(left);
        if (here !== column) { close(); [column, low, high, sum, channels] = [here, counts[n], counts[n], 0, 0]; }
        low = Math.min(low, counts[n]);
        high = Math.max(high, counts[n]);
        sum += counts[n];
        channels += 1;
      }
      close();
      return [parts.length > 0 ? `M${parts.join("L")}` : `M${this.left} ${this.bottom}`, ranges.join("")];
    }

    axes(svg) {
      const span = this.view.to - this.view.from;
      const size = step(span, clamp((this.right - this.left) / 90, 3, 12));
      const digits = size < 1 ? Math.ceil(-Math.log10(size)) : 0;
      for (let at = Math.ceil(this.view.from / size) * size; at <= this.view.to + size * 1e-9; at += size) {
        const x = this.x(at);
        svg.append(element("path", { class: "plot-rule", d: `M${x} ${this.top}V${this.bottom}` }));
        svg.append(element("path", { class: "plot-axis", d: `M${x} ${this.bottom}v5` }));
        svg.append(element("text", { x, y: this.bottom + 19, "text-anchor": "middle" }, number(at, digits)));
      }
      for (const [level, strong] of this.levels()) {
        const y = this.y(level);
        svg.append(element("path", { class: strong ? "plot-rule" : "plot-rule-faint", d: `M${this.left} ${y}H${this.right}` }));
        if (strong) svg.append(element("text", { x: this.left - 7, y: y + 4, "text-anchor": "end" }, number(level)));
      }
      svg.append(element("path", { class: "plot-axis", d: `M${this.left} ${this.top}V${this.bottom}H${this.right}` }));
      const across = this.data.unit === "keV" ? this.words.energy : this.words.channel;
      svg.append(element("text", { x: this.right, y: this.height - 8, "text-anchor": "end" }, across));
      const middle = (this.top + this.bottom) / 2;
      svg.append(element("text", { transform: `translate(14 ${middle}) rotate(-90)`, "text-anchor": "middle" }, this.words.counts));
    }

    levels() {
      if (this.scale === "linear") {
        const size = Math.max(step(this.most, 7), 1);
        return Array.from({ length: Math.floor(this.most / size) + 1 }, (_, n) => [n * size, true]);
      }
      const levels = [];
      for (let ten = 1; ten < this.most; ten *= 10) {
        levels.push([ten, true], ...[2, 5].map(part => [part * ten, false]).filter(([level]) => level < this.most));
      }
      return levels;
    }

    // Names of lines above the plot, the weightiest first, none over another: one that has no room moves aside a little.
    labels(svg) {
      const taken = [];
      for (const label of this.data.labels) {
        const x = this.x(label.energy);
        if (x < this.left || x > this.right) continue;
        const free = [0, 14, -14, 24, -24].map(aside => clamp(x + aside, this.left + 6, this.right - 4))
          .find(place => taken.every(other => Math.abs(other - place) >= 14));
        if (free === undefined) continue;
        taken.push(free);
        const top = Math.max(this.y(this.near(label.energy)) - 3, this.top + 10);
        svg.append(element("path", { class: "plot-leader", d: `M${free} ${this.top - 2}L${x} ${this.top + 10}V${top}` }));
        svg.append(element("text", { class: "plot-label", transform: `translate(${free + 4} ${this.top - 6}) rotate(-90)` }, label.text));
      }
    }

    // The highest count beside an energy, as far as a few points of the picture.
    near(energy) {
      const reach = (this.view.to - this.view.from) / 200;
      const { edges, counts } = this.data;
      const [from, to] = [Math.max(above(edges, energy - reach) - 1, 0), Math.min(above(edges, energy + reach), counts.length)];
      return counts.slice(from, to).reduce((most, count) => Math.max(most, count), 0);
    }

    // Lines of nuclides: as high as they are strong beside one another, the strongest named.
    overlaid(svg) {
      this.overlays.forEach((overlay, n) => {
        const strongest = overlay.lines[0]?.intensity ?? 1;
        const pattern = PATTERNS[n % PATTERNS.length];
        const taken = [];
        for (const line of overlay.lines) {
          const x = this.x(line.energy);
          if (x < this.left || x > this.right) continue;
          const high = (this.bottom - this.top) * (0.15 + 0.8 * Math.sqrt(line.intensity / strongest));
          const top = this.bottom - high;
          svg.append(element("path", { class: "plot-overlaid", d: `M${x} ${this.bottom}V${top}`, "stroke-dasharray": pattern }));
          const clear = taken.every(([otherX, otherY]) => Math.abs(otherX - x) > 70 || Math.abs(otherY - top) > 14);
          if (line.x_ray || !clear || taken.length > 9) continue;
          taken.push([x, top]);
          const end = x > this.right - 80;
          svg.append(element("text", { class: "plot-overlaid-text", x: end ? x - 4 : x + 4, y: top + 10, "text-anchor": end ? "end" : "start" },
            `${line.emitter} ${number(line.energy, 1)}`));
        }
      });
    }

    // The cursor and what is being marked for a zoom: drawn alone, so that moving costs little.
    mark() {
      const parts = [];
      if (this.selected) {
        const [a, b] = [this.x(this.selected.from), this.x(this.selected.to)].sort((one, two) => one - two);
        parts.push(element("rect", { class: "plot-zoom", x: a, y: this.top, width: Math.max(b - a, 0), height: this.bottom - this.top }));
      }
      if (this.cursor !== null) {
        const channel = this.cursor;
        const x = clamp(this.x(this.middle(channel)), this.left, this.right);
        parts.push(element("path", { class: "plot-cursor", d: `M${x} ${this.top}V${this.bottom}` }));
        parts.push(element("circle", { class: "plot-cursor", cx: x, cy: this.y(this.data.counts[channel]), r: 4 }));
      }
      this.marks.replaceChildren(...parts);
    }

    middle(channel) {
      return (this.data.edges[channel] + this.data.edges[channel + 1]) / 2;
    }

    // What the cursor stands on.
    say() {
      if (this.cursor === null) { this.readout.textContent = "\u00a0"; return; }
      const channel = this.cursor;
      const values = {
        energy: number(this.middle(channel), 1), channel: number(channel), counts: number(this.data.counts[channel]),
        background: this.data.background ? number(this.data.background[channel], 1) : "",
      };
      const parts = [filled(this.words[this.data.unit === "keV" ? "at-energy" : "at-channel"], values)];
      if (this.data.background) parts.push(filled(this.words["at-background"], values));
      const reach = 6 * (this.view.to - this.view.from) / (this.right - this.left);
      const peak = this.data.peaks.find(found => Math.abs(found.energy - this.middle(channel)) < reach);
      if (peak) {
        parts.push(filled(this.words["at-peak"], { energy: number(peak.energy, 1), counts: number(peak.area), lines: peak.lines.join(", ") || "?" }));
      }
      this.readout.textContent = parts.join(" · ");
    }

    // Moving about.

    show(from, to) {
      const least = this.least();
      const span = clamp(to - from, least, this.whole.to - this.whole.from);
      const start = clamp(from, this.whole.from, this.whole.to - span);
      this.view = { from: start, to: start + span };
      this.draw();
      this.say();
    }

    // Not nearer than eight channels.
    least() {
      const { edges, counts } = this.data;
      return 8 * (edges[counts.length] - edges[0]) / counts.length;
    }

    zoom(factor, around = this.cursor === null ? (this.view.from + this.view.to) / 2 : this.middle(this.cursor)) {
      const centre = clamp(around, this.view.from, this.view.to);
      this.show(centre - (centre - this.view.from) * factor, centre + (this.view.to - centre) * factor);
    }

    pan(part) {
      const by = (this.view.to - this.view.from) * part;
      this.show(this.view.from + by, this.view.to + by);
    }

    put(channel) {
      this.cursor = clamp(channel, 0, this.data.counts.length - 1);
      const energy = this.middle(this.cursor);
      const span = this.view.to - this.view.from;
      if (energy < this.view.from || energy > this.view.to) this.show(energy - span / 2, energy + span / 2);
      this.mark();
      this.say();
    }

    // The cursor onto an energy; with `near` the view closes in on it.
    go(energy, near) {
      if (near) this.show(energy - Math.max(30, energy * 0.12), energy + Math.max(30, energy * 0.12));
      this.put(above(this.data.edges, energy) - 1);
    }

    // The next peak to the right or the left of the cursor.
    peak(direction) {
      const here = this.cursor === null ? (direction > 0 ? -Infinity : Infinity) : this.middle(this.cursor);
      const width = this.cursor === null ? 0 : this.data.edges[this.cursor + 1] - this.data.edges[this.cursor];
      const beyond = this.data.peaks.filter(peak => (peak.energy - here) * direction > width);
      const next = direction > 0 ? beyond[0] : beyond[beyond.length - 1];
      if (next) this.go(next.energy, false);
    }

    move(direction, far) {
      const [from, to] = this.range();
      // One channel, or one point of the picture where channels are finer than that.
      const one = Math.max(1, Math.round((to - from) / (this.right - this.left)));
      const start = this.cursor === null ? Math.floor((from + to) / 2) : this.cursor;
      this.put(start + direction * one * (far ? 20 : 1));
    }

    setScale(scale) {
      this.scale = scale;
      const button = this.box.querySelector('[data-do="scale"]');
      button.setAttribute("aria-pressed", String(scale === "log"));
      this.draw();
    }

    setUnder(under) {
      const button = this.box.querySelector('[data-do="background"]');
      if (!button) return;
      this.under = under;
      button.setAttribute("aria-pressed", String(under));
      this.draw();
    }

    async overlay(name) {
      const asked = name.trim();
      if (asked === "") return;
      const answer = await fetch(`${this.box.dataset.nuclides}${encodeURIComponent(asked)}/lines`);
      if (!answer.ok) { this.readout.textContent = filled(this.words["overlay-none"], { nuclide: asked }); return; }
      const found = await answer.json();
      this.overlays = this.overlays.filter(overlay => overlay.nuclide !== found.nuclide).concat(found).slice(-PATTERNS.length);
      this.tell();
      this.draw();
      const strongest = found.lines[0];
      this.readout.textContent = filled(this.words["overlay-line"], {
        nuclide: found.nuclide, energy: number(strongest.energy, 1), intensity: number(strongest.intensity * 100, 1),
      });
    }

    // The legend under the tools, each with the pattern of its lines and a way to take it away.
    tell() {
      this.legend.hidden = this.overlays.length === 0;
      this.legend.replaceChildren(...this.overlays.map((overlay, n) => {
        const line = document.createElement("li");
        const sample = element("svg", { viewBox: "0 0 40 12", "aria-hidden": "true" });
        sample.append(element("path", { class: "plot-overlaid", d: "M0 6H40", "stroke-dasharray": PATTERNS[n % PATTERNS.length] }));
        const button = document.createElement("button");
        button.type = "button";
        button.className = "plain";
        button.textContent = filled(this.words["overlay-remove"], { nuclide: overlay.nuclide });
        button.addEventListener("click", () => {
          this.overlays = this.overlays.filter(other => other !== overlay);
          this.tell();
          this.draw();
          this.picture.focus();
        });
        line.append(sample, `${overlay.nuclide} `, button);
        return line;
      }));
    }

    // What the person does.

    listen() {
      const does = {
        scale: () => this.setScale(this.scale === "log" ? "linear" : "log"),
        background: () => this.setUnder(!this.under),
        in: () => this.zoom(0.5),
        out: () => this.zoom(2),
        all: () => this.show(this.whole.from, this.whole.to),
      };
      this.tools.addEventListener("click", event => {
        const button = event.target.closest("[data-do]");
        if (button) does[button.dataset.do]();
      });
      this.tools.querySelector("form").addEventListener("submit", event => {
        event.preventDefault();
        const input = event.target.elements.nuclide;
        this.overlay(input.value).then(() => { input.value = ""; });
      });
      document.addEventListener("click", event => {
        const button = event.target.closest("[data-overlay]");
        if (button) { this.overlay(button.dataset.overlay); this.picture.focus(); }
      });
      document.querySelectorAll("[data-energy]").forEach(cell => this.reach(cell));
      this.picture.addEventListener("keydown", event => this.key(event, does));
      this.picture.addEventListener("dblclick", does.all);
      this.picture.addEventListener("wheel", event => {
        // Without the focus the wheel moves the page, as everywhere.
        if (document.activeElement !== this.picture && !event.ctrlKey) return;
        event.preventDefault();
        this.zoom(event.deltaY > 0 ? 1.25 : 0.8, this.energy(this.at(event)));
      }, { passive: false });
      this.pointer();
    }

    // An energy of a table leads to its place in the plot.
    reach(cell) {
      const energy = Number(cell.dataset.energy);
      if (!Number.isFinite(energy) || energy > this.whole.to) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = cell.textContent;
      button.addEventListener("click", () => {
        this.go(energy, true);
        this.picture.focus({ preventScroll: true });
        this.box.scrollIntoView({ block: "nearest" });
      });
      cell.replaceChildren(button);
    }

    at(event) {
      return event.clientX - this.picture.getBoundingClientRect().left - this.picture.clientLeft;
    }

    pointer() {
      let began = null;
      this.picture.addEventListener("pointerdown", event => {
        if (event.button !== 0) return;
        const pans = event.shiftKey || event.pointerType === "touch";
        began = { x: this.at(event), view: { ...this.view }, pans };
        this.picture.setPointerCapture(event.pointerId);
      });
      this.picture.addEventListener("pointermove", event => {
        const x = this.at(event);
        if (began?.pans) {
          const by = (began.x - x) / (this.right - this.left) * (began.view.to - began.view.from);
          this.show(began.view.from + by, began.view.to + by);
        } else if (began && Math.abs(x - began.x) > 4) {
          this.selected = { from: this.energy(clamp(began.x, this.left, this.right)), to: this.energy(clamp(x, this.left, this.right)) };
        }
        if (x >= this.left && x <= this.right) this.cursor = clamp(above(this.data.edges, this.energy(x)) - 1, 0, this.data.counts.length - 1);
        this.mark();
        this.say();
      });
      const end = () => {
        const chosen = this.selected;
        [began, this.selected] = [null, null];
        if (chosen) this.show(Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to));
        else this.mark();
      };
      this.picture.addEventListener("pointerup", end);
      this.picture.addEventListener("pointercancel", () => { this.selected = null; end(); });
    }

    key(event, does) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = {
        ArrowLeft: () => this.move(-1, event.shiftKey), ArrowRight: () => this.move(1, event.shiftKey),
        PageUp: () => this.pan(-0.5), PageDown: () => this.pan(0.5), Home: does.all,
        "+": does.in, "=": does.in, "-": does.out,
        KeyL: does.scale, KeyB: does.background,
        KeyN: () => this.peak(1), KeyP: () => this.peak(-1),
        KeyO: () => this.tools.querySelector("input").focus({ preventScroll: true }),
      };
      // Letters by their place on the keyboard, so that they work under every alphabet.
      const act = keys[event.key] ?? keys[event.code];
      if (act) { event.preventDefault(); act(); }
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-plot]").forEach(async box => {
      const answer = await fetch(box.dataset.plot);
      const data = answer.ok ? await answer.json() : { counts: [] };
      if (data.counts.length > 0) new Plot(box, data);
    });
  });
})();
