// The overlay of the preview: shows the findings of the moment, and reloads the page when it has changed.
// The server says by an event that there is a new state; the state itself, and which page it has here, is fetched.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const words = JSON.parse(own.words);
  const store = window.sessionStorage;
  const OPEN = "notice-open", CLOSED = "notice-closed";

  const host = document.createElement("notice-preview");
  host.lang = own.language;
  const root = host.attachShadow({ mode: "open" });
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const section = make("section", { ariaLabel: words.name });
  const panel = make("div", { id: "panel", hidden: true, tabIndex: -1 });
  const bar = make("button", { id: "bar", type: "button" });
  const spoken = make("p", { className: "read-aloud" });
  spoken.setAttribute("role", "status");
  bar.setAttribute("aria-controls", "panel");
  section.append(panel, bar, spoken);
  root.append(make("link", { rel: "stylesheet", href: "/_notice/overlay.css" }), section);
  let errors = "", html = "";

  const show = (open) => {
    panel.hidden = !open;
    bar.setAttribute("aria-expanded", String(open));
  };
  const choose = (open) => {
    store.setItem(OPEN, open ? "yes" : "");
    store.setItem(CLOSED, open ? "" : errors);
    show(open);
  };
  const say = (status, level) => {
    bar.dataset.level = level;
    if (bar.textContent !== status) bar.textContent = status;
    if (spoken.textContent !== status) spoken.textContent = status;
  };
  bar.addEventListener("click", () => choose(panel.hidden));
  section.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    choose(false);
    bar.focus();
  });
  panel.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(button.previousElementSibling);
    }
  });

  const put = (state) => {
    const focused = root.activeElement?.dataset?.key;
    const top = panel.scrollTop;
    if (html !== state.html) panel.innerHTML = html = state.html;
    panel.scrollTop = top;
    if (focused) [...panel.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused)?.focus();
    errors = state.errors;
    say(state.status, state.level);
    show(store.getItem(OPEN) === "yes" || (errors !== "" && store.getItem(CLOSED) !== errors));
  };

  let wanted = false, busy = false;
  const refresh = async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    try {
      while (wanted) {
        wanted = false;
        const answer = await fetch("/_notice/state?path=" + encodeURIComponent(location.pathname), { cache: "no-store" });
        if (!answer.ok) return say(await answer.text(), "lost");
        const state = await answer.json();
        if (state.page !== own.page) return location.reload();
        put(state);
      }
    } catch {
      say(words.lost, "lost");
    } finally {
      busy = false;
    }
  };

  // A hidden tab holds no connection: a browser has six for one server, and then no page would load any more.
  let events = null;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/_notice/events?path=" + encodeURIComponent(location.pathname));
      events.onmessage = refresh;
      events.onerror = () => say(words.lost, "lost");
    }
  };
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pageshow", (event) => event.persisted && refresh());
  show(false);
  document.body.append(host);
  listen();
})();
