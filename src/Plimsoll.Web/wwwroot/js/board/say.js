// @ts-check
// What the board says: texts in the reader's language, notes beside a cell, one line for screen readers.

/** @type {{texts: Record<string, string | Record<string, string>>, me: string, query: string}} */
export const page = JSON.parse(document.getElementById("board-texts")?.textContent ?? '{"texts":{},"me":"","query":""}');
const language = document.documentElement.lang || "en";
const plural = new Intl.PluralRules(language);
const hoursFormat = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });

/**
 * The phrase of this key; `{name}` is filled from the words, a plural form is chosen by `n`.
 * @param {string} key @param {Record<string, string | number>} [words]
 */
export function T(key, words = {}) {
  const phrase = page.texts[key] ?? key;
  const text = typeof phrase === "string" ? phrase : (phrase[plural.select(Number(words.n ?? 0))] ?? phrase.other);
  return text.replace(/\{(\w+)\}/g, (all, name) => String(words[name] ?? all));
}

/** Hours as the reader writes them. @param {number} minutes */
export const hours = (minutes) => hoursFormat.format(minutes / 60);

/** A short date: 27 Nov. @param {string} iso */
export const day = (iso) =>
  new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(iso + "T00:00:00Z"));

let spoken = 0;
/** Says it to a screen reader, once the keys are still. @param {string} text */
export function announce(text) {
  window.clearTimeout(spoken);
  spoken = window.setTimeout(() => {
    const line = document.getElementById("board-says");
    if (line) line.textContent = text;
  }, 120);
}

/** @type {HTMLElement | null} */
let shown = null;

/** @typedef {{label: string, run: () => void, primary?: boolean}} Action */

/**
 * A note beside a cell. It takes no focus; it goes with Escape, its actions or the next note.
 * @param {Element | null} at @param {{text?: string, nodes?: Node[], kind?: string, actions?: Action[], quiet?: boolean}} what
 */
export function note(at, { text, nodes, kind = "", actions = [], quiet = false }) {
  hush();
  const box = document.createElement("div");
  box.className = `aside ${kind}`;
  box.setAttribute("role", kind === "bad" ? "alert" : "status");
  if (text) {
    const p = document.createElement("p");
    p.textContent = text;
    box.append(p);
  }
  if (nodes) box.append(...nodes);
  if (!quiet) {
    const row = document.createElement("div");
    row.className = "actions";
    for (const { label, run, primary } of [...actions, { label: T("close"), run: () => {}, primary: false }]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = primary ? "btn primary" : "btn";
      button.textContent = label;
      // The field that is being typed into keeps the focus.
      button.onmousedown = (e) => e.preventDefault();
      button.onclick = () => {
        hush();
        run();
      };
      row.append(button);
    }
    box.append(row);
    announce(text ?? "");
  }
  document.body.append(box);
  place(box, at);
  shown = box;
  return box;
}

export const hush = () => {
  shown?.remove();
  shown = null;
};

export const isSaying = () => shown !== null && !shown.dataset.details;

/** Puts a box below a cell, or above it when there is no room. @param {HTMLElement} box @param {Element | null} at */
export function place(box, at) {
  const rect = at?.isConnected
    ? at.getBoundingClientRect()
    : (document.getElementById("board-box") ?? document.body).getBoundingClientRect();
  const { offsetWidth: w, offsetHeight: h } = box;
  const bottom = at?.isConnected ? rect.bottom : rect.top + 60;
  // On a phone the page ends where its bar begins.
  const floor = document.querySelector("nav.bottom")?.getBoundingClientRect().top || window.innerHeight;
  const below = bottom + 6 + h < floor || rect.top < h + 12;
  const top = below ? bottom + 6 : rect.top - h - 6;
  const left = Math.min(Math.max(8, rect.left), window.innerWidth - w - 8);
  box.style.top = `${Math.max(8, Math.min(top, floor - h - 8)) + window.scrollY}px`;
  box.style.left = `${left + window.scrollX}px`;
}

/** @type {Action} */
export const toSignIn = { label: T("sign.in"), run: () => void window.open("/signin", "_blank") };

/** What stays to be said, of the plan and of the live board. @type {Map<string, {text: string, action: Action}>} */
const staying = new Map();

/**
 * A line above the board that stays: no connection, signed out. What waits to be sent goes before what is not shown.
 * @param {"plan" | "live"} about @param {string | null} text @param {Action} [action]
 */
export function banner(about, text, action) {
  if (text === null && !staying.delete(about)) return;
  if (text !== null && action) staying.set(about, { text, action });
  const line = document.getElementById("board-banner");
  if (!line) return;
  const now = staying.get("plan") ?? staying.get("live");
  line.hidden = !now;
  line.textContent = now?.text ?? "";
  if (now) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = now.action.label;
    button.onclick = now.action.run;
    line.append(button);
  }
}
