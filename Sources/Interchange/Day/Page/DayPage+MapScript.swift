extension DayPage {
  /// Choosing a vehicle, and the map: zoom by wheel, buttons, two fingers and double tap, pan by dragging.
  ///
  /// Only the view box changes. Strokes keep their width by themselves; marks and names are scaled back by hand, and names
  /// placed again as in `MapLabels`.
  static let mapScript = #"""
    "use strict";
    const day = JSON.parse(document.getElementById("day").textContent);
    day.texts = day.texts.map((parts) => parts.map((part) => day.pieces[part]).join(""));
    const chart = document.getElementById("chart");
    const svg = (name, attributes) => {
      const element = document.createElementNS(chart.namespaceURI, name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      return element;
    };

    // The map's window on the drawing: its upper left corner and the drawing's units in a pixel.
    const full = chart.viewBox.baseVal;
    const fullSize = { width: full.width, height: full.height };
    const metres = Number(chart.dataset.metres);
    const names = [...chart.querySelectorAll(".nodes .fix")];
    const spots = [[11, 4, "start"], [-11, 4, "end"], [0, -12, "middle"], [0, 21, "middle"],
      [9, -8, "start"], [9, 17, "start"], [-9, -8, "end"], [-9, 17, "end"]];
    const [left, upper, right, bottom] = chart.dataset.extent.trim().split(" ").map(Number);
    let view = null;
    let fitted = 1;
    let waiting = false;

    // Shows a part of the drawing, with a margin in pixels.
    function frameOn(x, y, width, height, margin) {
      const box = chart.getBoundingClientRect();
      if (!box.width || !box.height) return;
      const unit = Math.max(width / (box.width - 2 * margin), height / (box.height - 2 * margin));
      view = { x: x + (width - box.width * unit) / 2, y: y + (height - box.height * unit) / 2, unit };
      draw();
      return unit;
    }
    function fit() { fitted = frameOn(0, 0, fullSize.width, fullSize.height, 0) ?? fitted; }
    function showAll() { frameOn(left, upper, Math.max(right - left, 10), Math.max(bottom - upper, 10), 30); }

    function zoom(factor, clientX, clientY) {
      if (!view) return;
      const box = chart.getBoundingClientRect();
      const px = clientX === undefined ? box.width / 2 : clientX - box.left;
      const py = clientY === undefined ? box.height / 2 : clientY - box.top;
      const unit = Math.min(fitted * 8, Math.max(fitted / 60, view.unit / factor));
      view = { x: view.x + px * (view.unit - unit), y: view.y + py * (view.unit - unit), unit };
      draw();
    }

    function draw() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const box = chart.getBoundingClientRect();
        chart.setAttribute("viewBox", `${view.x} ${view.y} ${box.width * view.unit} ${box.height * view.unit}`);
        chart.classList.toggle("moved", view.unit < fitted * 0.95);
        drawScale(box);
        for (const mark of chart.querySelectorAll(".fix")) {
          mark.setAttribute("transform", `translate(${mark.dataset.x} ${mark.dataset.y}) scale(${view.unit})`);
        }
        placeNumbers();
        placeNames();
      });
    }

    function drawScale(box) {
      const scale = chart.querySelector(".scale");
      const most = Math.min(140, box.width / 3) * view.unit * metres;
      const power = 10 ** Math.floor(Math.log10(most));
      const length = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
      const pixels = length / metres / view.unit;
      scale.dataset.x = view.x + 16 * view.unit;
      scale.dataset.y = view.y + (box.height - 16) * view.unit;
      scale.querySelector("path").setAttribute("d", `M0-5V0H${pixels}V-5`);
      const text = scale.querySelector("text");
      text.setAttribute("x", pixels / 2);
      text.textContent = length < 1000 ? `${length} m` : `${length / 1000} km`;
    }

    function placeNames() {
      const at = (mark) => [(mark.dataset.x - view.x) / view.unit, (mark.dataset.y - view.y) / view.unit];
      const width = chart.clientWidth;
      const numbers = chart.querySelectorAll(".order .fix:not([hidden])");
      const taken = [...names, ...numbers].map((mark) => { const [x, y] = at(mark); return [x - 8, y - 8, 16, 16]; });
      const free = (box) => box[0] > 2 && box[0] + box[2] < width - 2 && taken.every((other) =>
        box[0] >= other[0] + other[2] || other[0] >= box[0] + box[2] || box[1] >= other[1] + other[3] || other[1] >= box[1] + box[3]);
      for (const mark of names) {
        const text = mark.querySelector("text");
        text.pixels ??= Math.max(text.textContent.length * 5, measure(text));
        const [x, y] = at(mark);
        text.toggleAttribute("hidden", true);
        for (const [dx, dy, anchor] of spots) {
          const left = x + dx - (anchor === "end" ? text.pixels : anchor === "middle" ? text.pixels / 2 : 0);
          const box = [left - 2, y + dy - 12, text.pixels + 4, 15];
          if (!free(box)) continue;
          taken.push(box);
          text.setAttribute("x", dx);
          text.setAttribute("y", dy);
          text.setAttribute("text-anchor", anchor);
          text.toggleAttribute("hidden", false);
          break;
        }
      }
    }

    // Numbers of the chosen vehicle's stops, as many as fit; the dots below stay.
    function placeNumbers() {
      const taken = [];
      for (const mark of chart.querySelectorAll(".order .fix")) {
        const x = mark.dataset.x / view.unit;
        const y = mark.dataset.y / view.unit;
        const free = taken.every(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) > 16);
        mark.toggleAttribute("hidden", !free);
        if (free) taken.push([x, y]);
      }
    }

    function measure(text) {
      const hidden = text.hasAttribute("hidden");
      text.removeAttribute("hidden");
      const length = text.getComputedTextLength();
      text.toggleAttribute("hidden", hidden);
      return length;
    }

    // Choosing a vehicle: the same everywhere, again to see all.
    let chosen = null;
    function choose(index) {
      chosen = index === chosen ? null : index;
      document.body.classList.toggle("has-choice", chosen !== null);
      for (const part of document.querySelectorAll("[data-v]")) {
        const isChosen = part.dataset.v === chosen;
        part.classList.toggle("on", isChosen);
        if (part.hasAttribute("aria-pressed")) part.setAttribute("aria-pressed", isChosen);
        if (part.matches("details")) part.open = isChosen;
      }
      const order = chart.querySelector(".order");
      order.replaceChildren();
      order.setAttribute("class", "order");
      if (chosen !== null) {
        const look = chart.querySelector(`.route[data-v="${chosen}"]`);
        if (look) order.setAttribute("class", `order ${[...look.classList].find((name) => /^c\d$/.test(name))}`);
        day.vehicles[chosen].stops.forEach((stop, number) => {
          const mark = svg("g", { class: "fix" });
          mark.dataset.x = stop.x;
          mark.dataset.y = stop.y;
          const text = svg("text", { y: 3.5 });
          text.textContent = number + 1;
          mark.append(svg("circle", { r: 8 }), text);
          order.append(mark);
        });
        order.style.pointerEvents = "none";
        const front = chart.querySelector(`.route[data-v="${chosen}"]`);
        if (front) front.parentNode.append(front);
      }
      if (view) draw();
    }
    document.addEventListener("click", (event) => {
      if (wasDragged || event.target.closest("details, a, input, select")) return;
      const part = event.target.closest("[data-v]");
      if (part) choose(part.dataset.v);
      else if (event.target === chart && chosen !== null) choose(chosen);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && chosen !== null) choose(chosen);
    });

    // Moving the map.
    const fingers = new Map();
    let wasDragged = false;
    let travelled = 0;
    chart.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 1) { travelled = 0; wasDragged = false; }
    });
    chart.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before || !view) return;
      const others = [...fingers.values()].filter((finger) => finger.pointerId !== event.pointerId);
      if (others.length === 1) {
        const other = others[0];
        const gap = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
        if (gap(before) > 0) {
          zoom(gap(event) / gap(before), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
        }
        wasDragged = true;
      } else if (others.length === 0) {
        const dx = event.clientX - before.clientX;
        const dy = event.clientY - before.clientY;
        travelled += Math.hypot(dx, dy);
        if (travelled > 4 && !wasDragged) {
          wasDragged = true;
          chart.setPointerCapture(event.pointerId);
          chart.classList.add("dragging");
        }
        if (wasDragged) {
          view = { ...view, x: view.x - dx * view.unit, y: view.y - dy * view.unit };
          draw();
        }
      }
      fingers.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      chart.addEventListener(end, (event) => {
        fingers.delete(event.pointerId);
        if (!fingers.size) {
          chart.classList.remove("dragging");
          setTimeout(() => { wasDragged = false; });
        }
      });
    }
    // The wheel belongs to the page until somebody has clicked the map.
    chart.addEventListener("wheel", (event) => {
      if (document.activeElement !== chart && !event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), event.clientX, event.clientY);
    }, { passive: false });
    chart.addEventListener("dblclick", (event) => zoom(2, event.clientX, event.clientY));
    chart.addEventListener("keydown", (event) => {
      if (event.key === "+") zoom(1.5);
      else if (event.key === "-") zoom(1 / 1.5);
      else if (event.key === "0") fit();
    });
    const buttons = document.querySelector(".zoom");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const kind = event.target.dataset.zoom;
      if (kind === "in") zoom(1.6);
      else if (kind === "out") zoom(1 / 1.6);
      else if (kind === "fit") showAll();
    });
    new ResizeObserver(fit).observe(chart);

    """#
}
