// Keys, countdowns and word of changes; every page works without it.
(() => {
  "use strict";
  const words = document.body.dataset;
  const connection = document.getElementById("connection");

  const typing = (target) => target.matches("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target || target.disabled) return;
    event.preventDefault();
    if (target.matches("input, select, textarea")) target.focus();
    else target.click();
  });

  // Of the texts that can be chosen only the chosen one shows.
  document.querySelectorAll("select[data-shows]").forEach((select) => {
    const show = () => document.querySelectorAll("[data-shown]").forEach((text) => {
      const [group, name] = text.dataset.shown.split(" ");
      if (group === select.dataset.shows) text.hidden = name !== select.value;
    });
    select.addEventListener("change", show);
    show();
  });

  const help = document.getElementById("help-open");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", () => document.getElementById("help").showModal());
  }

  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);

  const span = (seconds) => {
    if (seconds >= 86400) return fill(words.days, Math.floor(seconds / 86400), Math.floor((seconds % 86400) / 3600));
    if (seconds >= 3600) return fill(words.hours, Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
    if (seconds >= 60) return fill(words.minutes, Math.floor(seconds / 60), seconds % 60);
    return fill(words.seconds, seconds);
  };

  const tick = () => {
    const now = Date.now();
    document.querySelectorAll("time[data-due]").forEach((time) => {
      const left = Math.trunc((Date.parse(time.dataset.due) - now) / 1000);
      time.textContent = fill(left < 0 ? words.overdue : words.due, span(Math.abs(left)));
      time.classList.toggle("late", left < 0);
    });
    document.querySelectorAll("[data-since]").forEach((time) => {
      time.textContent = span(Math.max(0, Math.trunc((now - Date.parse(time.dataset.since)) / 1000)));
    });
  };
  setInterval(tick, 1000);

  const tell = (failed) => {
    connection.hidden = !failed;
    connection.textContent = failed ? words.failed : "";
  };

  const live = document.querySelector("[data-changes]");
  if (live) {
    const changes = new EventSource(live.dataset.changes);
    const show = () => {
      htmx.trigger("#live", "queue-changed");
      // Whoever is writing into an offer goes on writing; the next change brings the list up to date.
      const offers = document.getElementById("offers");
      if (offers && !offers.contains(document.activeElement)) htmx.trigger(offers, "queue-changed");
    };
    const rest = Number(live.dataset.rest ?? 0); // pages that cost more are fetched no more often than this
    let waiting = false;
    changes.addEventListener("queue", () => {
      if (rest === 0) return show();
      if (!waiting) setTimeout(() => { waiting = false; show(); }, rest);
      waiting = true;
    });
    changes.addEventListener("open", () => tell(false));
    changes.addEventListener("error", () => tell(true));
    addEventListener("pagehide", () => changes.close());
  }
  // Why something is not shown belongs where it would be shown.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.matches("[data-shows-refusals]") && [409, 422, 429].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener("htmx:sendError", () => tell(true));
  document.addEventListener("htmx:responseError", () => tell(true));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && tell(false));

  // A case stays with its operator while somebody is at the desk.
  const beat = document.getElementById("heartbeat");
  if (beat) {
    document.addEventListener("lease-ended", () => { document.getElementById("lease-ended").hidden = false; });
    const PATIENCE = 30 * 60 * 1000;
    let touched = Date.now();
    ["keydown", "pointerdown", "pointermove"].forEach((kind) =>
      addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
    setInterval(() => {
      if (Date.now() - touched < PATIENCE) htmx.trigger("#heartbeat", "beat");
    }, 60 * 1000);
  }
})();
