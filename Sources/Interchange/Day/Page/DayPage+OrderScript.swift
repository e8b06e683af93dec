extension DayPage {
  /// The search of the orders over the page's data; rows are made as `html(_:)` of a row makes them, a few hundred at a time.
  static let orderScript = #"""
    const rows = document.getElementById("order-rows");
    const find = document.querySelector(".find");
    const more = document.getElementById("more");
    const said = find.querySelector("output");
    const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const fold = day.texts.map(plain);
    const element = (name, text, attributes) => {
      const made = document.createElement(name);
      if (text) made.textContent = text;
      for (const key in attributes) made.setAttribute(key, attributes[key]);
      return made;
    };

    function orderRow([id, , channel, placed, status, from, promise, cost, details]) {
      const row = element("tr");
      const key = day.texts[status];
      row.append(element("th", id, { scope: "row" }));
      const cell = (label, text, attributes) => row.append(element("td", text, { "data-label": label, ...attributes }));
      cell("Placed", day.texts[placed], { class: "w" });
      cell("Channel", day.texts[channel]);
      cell("Status", "");
      row.lastChild.append(element("span", day.statuses[key] ?? key, { class: `status ${key}` }));
      cell("Ships from", day.texts[from]);
      cell("Promised", day.texts[promise], { class: "w" });
      cell("Cost", day.texts[cost], { class: "n" });
      cell("Why", "");
      const box = element("details");
      box.append(element("summary", "reasons"));
      for (const [heading, ...lines] of details) {
        const list = element("ul");
        list.append(...lines.map((line) => element("li", day.texts[line])));
        box.append(element("p", day.texts[heading]), list);
      }
      row.lastChild.append(box);
      return row;
    }

    let found = day.orders;
    let shown = rows.children.length;
    function say() {
      said.textContent = `${number(shown)} of ${number(found.length)} shown`;
      more.hidden = shown >= found.length;
    }
    function show(count) {
      const fresh = document.createDocumentFragment();
      for (const order of found.slice(shown, shown + count)) fresh.append(orderRow(order));
      rows.append(fresh);
      shown = rows.children.length;
      say();
    }
    function search() {
      const words = plain(find.text.value).split(/\s+/).filter(Boolean);
      const status = find.status.value;
      found = day.orders.filter((order) => {
        if (status && day.texts[order[4]] !== status) return false;
        // Every word, each anywhere: in the name, in what the row shows, in the headings of its details.
        const id = plain(order[0]);
        return words.every((word) => id.includes(word)
          || [1, 2, 3, 5, 6].some((field) => fold[order[field]].includes(word))
          || order[8].some(([heading]) => fold[heading].includes(word)));
      });
      rows.replaceChildren();
      shown = 0;
      show(day.visible);
    }
    find.hidden = false;
    find.addEventListener("submit", (event) => event.preventDefault());
    let typing = 0;
    find.text.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(search, 120); });
    find.status.addEventListener("change", search);
    more.addEventListener("click", () => show(day.visible));
    say();

    """#
}
