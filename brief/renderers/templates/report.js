"use strict";
(() => {
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const sheets = all(document, ".sheet").map(start);

  function start(sheet) {
    const rows = new Map(all(sheet, "[data-key]").map(row => [row.dataset.key, row]));
    const lit = all(sheet, "a.lit");
    const live = sheet.querySelector("[role=status]");
    const filters = all(sheet, "button[data-filter]");
    const state = { show: new Set(), at: "" };
    const turn = new Map();

    const keysOf = mark => mark.dataset.for.split(" ");

    function light(keys) {
      rows.forEach((row, key) => {
        row.classList.toggle("on", keys.includes(key));
        if (keys.includes(key)) row.setAttribute("aria-current", "true");
        else row.removeAttribute("aria-current");
      });
      lit.forEach(mark => mark.classList.toggle("on", keysOf(mark).some(key => keys.includes(key))));
      const marks = lit.filter(mark => mark.classList.contains("on"));
      if (live) live.textContent = keys.length ? marks.length + " passages marked in the letters" : "";
      return marks;
    }

    function reveal(marks) {
      const seen = new Set();
      for (const mark of marks) {
        const pane = mark.closest(".pane");
        if (!pane || seen.has(pane)) continue;
        seen.add(pane);
        if (pane.tagName === "DETAILS") pane.open = true;
        if (pane.scrollHeight > pane.clientHeight + 4) {
          const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
          pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 3 });
        }
      }
      return seen;
    }

    function show(key, focus) {
      state.at = key;
      const marks = light([key]);
      const panes = reveal(marks);
      const target = focus || marks[0];
      const loose = target && [...panes].every(pane => pane.scrollHeight <= pane.clientHeight + 4);
      if (loose && target) target.scrollIntoView({ block: "center" });
      if (focus) focus.focus({ preventScroll: !loose });
      remember();
    }

    function back(mark) {
      const keys = keysOf(mark).filter(key => rows.has(key) && !rows.get(key).hidden);
      if (!keys.length) return;
      const next = (turn.has(mark) ? turn.get(mark) + 1 : 0) % keys.length;
      turn.set(mark, next);
      light(keys);
      const row = rows.get(keys[next]);
      const cell = row.querySelector("details");
      if (cell) cell.open = true;
      const link = row.querySelector("a.ref") || row;
      row.scrollIntoView({ block: "center" });
      link.focus({ preventScroll: true });
      state.at = keys[next];
      remember();
    }

    function filter() {
      rows.forEach(row => {
        row.hidden = state.show.size > 0 && "kind" in row.dataset && !state.show.has(row.dataset.kind);
      });
      all(sheet, "section.part").forEach(part => {
        const inside = all(part, "[data-kind]");
        part.hidden = inside.length > 0 && inside.every(row => row.hidden);
      });
      filters.forEach(button => {
        const on = button.dataset.filter === "" ? state.show.size === 0 : state.show.has(button.dataset.filter);
        button.setAttribute("aria-pressed", String(on));
      });
    }

    function remember() {
      const parts = [];
      if (state.show.size) parts.push("show=" + [...state.show].join(","));
      if (state.at) parts.push("at=" + state.at);
      history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
    }

    function recall() {
      const given = new URLSearchParams(location.hash.slice(1));
      const known = new Set(filters.map(button => button.dataset.filter));
      state.show = new Set((given.get("show") || "").split(",").filter(kind => kind && known.has(kind)));
      filter();
      const key = given.get("at");
      if (key && rows.has(key)) {
        state.at = key;
        reveal(light([key]));
      } else reveal(lit.filter(mark => !mark.closest("details")));
    }

    filters.forEach(button => button.addEventListener("click", () => {
      const kind = button.dataset.filter;
      if (kind === "") state.show.clear();
      else if (!state.show.delete(kind)) state.show.add(kind);
      filter();
      remember();
    }));

    rows.forEach((row, key) => row.addEventListener("click", event => {
      if (event.target.closest("summary, button, a:not(.ref)")) return;
      const link = event.target.closest("a.ref");
      if (link) event.preventDefault();
      else if (String(getSelection())) return;
      show(key, link ? document.getElementById(link.hash.slice(1)) : null);
    }));

    lit.forEach(mark => mark.addEventListener("click", event => {
      event.preventDefault();
      back(mark);
    }));

    sheet.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        state.at = "";
        light([]);
        remember();
        const open = sheet.querySelector(".stance details[open]");
        if (open) { open.open = false; open.querySelector("summary").focus(); }
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const row = event.target.closest("[data-key]");
      if (!row) return;
      const list = [...rows.values()].filter(each => !each.hidden && each.querySelector("a.ref"));
      const next = list[list.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.querySelector("a.ref").focus(); }
    });

    all(sheet, ".bar").forEach(bar => { bar.hidden = false; });
    const dock = sheet.querySelector("button.dock");
    if (dock) dock.addEventListener("click", () => {
      const away = sheet.classList.toggle("undocked");
      dock.setAttribute("aria-pressed", String(!away));
    });
    sheet.classList.add("live");
    recall();
    return { recall };
  }

  addEventListener("hashchange", () => sheets.forEach(sheet => sheet.recall()));
})();
