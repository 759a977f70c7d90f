// @ts-check
// A task from one line: read as it is typed, shown as it is understood, corrected, and kept.
import { call, sentence, T, told } from "./server.js";

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("quick-add"));
const line = /** @type {HTMLInputElement} */ (dialog.querySelector("[data-quick-line]"));
const place = /** @type {HTMLElement} */ (dialog.querySelector("[data-quick-fields]"));
const error = /** @type {HTMLElement} */ (dialog.querySelector("[data-quick-error]"));
const language = document.documentElement.lang || "en";

/** What she set herself: the line does not say otherwise. @type {Map<string, string>} */
const chosen = new Map();
/** What is not to be understood. @type {Set<string>} */
const left = new Set();
/** @type {any} */
let understood = null;
let readText = "";
let asked = 0;
let pause = 0;
/** @type {Promise<void> | null} */
let loading = null;

/** @param {string} field @returns {HTMLElement} */
const chip = (field) => /** @type {HTMLElement} */ (place.querySelector(`[data-field=${field}]`));
/** @param {string} field @returns {HTMLInputElement} */
const input = (field) => /** @type {HTMLInputElement} */ (chip(field).querySelector("[data-value]"));

const load = () =>
  (loading ??= (async () => {
    const answer = await fetch("/tasks/quick").catch(() => null);
    if (answer?.ok) place.innerHTML = await answer.text();
    else {
      loading = null;
      say(T("failed"));
    }
  })());

/** @param {string} text */
function say(text) {
  error.textContent = text;
  error.hidden = !text;
}

/** The project of the page she is on. */
const within = () =>
  new URLSearchParams(location.search).get("project") ?? /^\/projects\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] ?? "";

async function read() {
  const text = line.value;
  const mine = ++asked;
  const query = new URLSearchParams({ text });
  if (within()) query.set("within", within());
  if (chosen.get("project")) query.set("project", chosen.get("project") ?? "");
  if (left.size > 0) query.set("leave", [...left].join(","));
  const answer = await fetch(`/api/v1/tasks/quick?${query}`, { headers: { accept: "application/json" } }).catch(() => null);
  await load();
  if (mine !== asked || !place.firstChild) return;
  if (!answer?.ok) return say(await sentence(answer));
  understood = await answer.json();
  readText = text;
  show();
}

function show() {
  const title = /** @type {HTMLElement} */ (place.querySelector("[data-quick-title]"));
  title.textContent = understood.title || (title.dataset.none ?? "");
  title.toggleAttribute("data-empty", !understood.title);
  const streams = input("stream");
  streams.replaceChildren(streams.firstElementChild ?? "", ...understood.streams.map((/** @type {any} */ s) => new Option(s.name, s.id)));
  chip("stream").hidden = understood.streams.length === 0;
  put("project", understood.project?.id ?? "", understood.project?.name);
  put("stream", understood.stream?.id ?? "");
  put("responsible", understood.responsible?.id ?? "", understood.responsible?.name);
  put("due", understood.due ?? "");
  put("estimate", understood.estimate ? `${Math.floor(understood.estimate / 60)}:${String(understood.estimate % 60).padStart(2, "0")}` : "");
  put("priority", understood.priority ?? "normal");
  doubts();
  say("");
}

/** @param {string} field @param {string} value @param {string} [name] */
function put(field, value, name) {
  const own = chosen.has(field);
  const at = input(field);
  if (!own) {
    if (at instanceof HTMLSelectElement && value && ![...at.options].some((o) => o.value === value)) at.add(new Option(name ?? value, value));
    at.value = value;
  }
  mark(field);
  const leave = /** @type {HTMLElement} */ (chip(field).querySelector("[data-leave]"));
  leave.hidden = own || !understood.parts.some((/** @type {any} */ p) => p.field === field);
}

/** @param {string} field */
function mark(field) {
  const { value } = input(field);
  chip(field).toggleAttribute("data-set", value !== "" && !(field === "priority" && value === "normal"));
  chip(field).removeAttribute("data-wanted");
  if (field !== "due") return;
  const day = value ? new Date(value + "T00:00:00Z") : null;
  /** @type {HTMLElement} */ (chip("due").querySelector("[data-quick-day]")).textContent =
    day && !Number.isNaN(day.valueOf()) ? new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(day) : "";
}

/** Names that nobody has, or that several have: these are offered. */
function doubts() {
  const box = /** @type {HTMLElement} */ (place.querySelector("[data-quick-doubts]"));
  box.replaceChildren(
    ...understood.doubts
      .filter((/** @type {any} */ d) => !chosen.has(d.field))
      .map((/** @type {any} */ doubt) => {
        const row = document.createElement("div");
        const words = document.createElement("span");
        words.textContent = T(doubt.candidates.length > 0 ? "quick.which" : "quick.nobody", { text: doubt.text });
        row.append(words);
        for (const candidate of doubt.candidates.slice(0, 8)) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "btn";
          button.textContent = candidate.name;
          button.onclick = () => {
            choose(doubt.field, candidate.id, candidate.name);
            line.focus();
          };
          row.append(button);
        }
        return row;
      }),
  );
}

/** @param {string} field @param {string} value @param {string} [name] */
function choose(field, value, name) {
  const at = input(field);
  if (at instanceof HTMLSelectElement && ![...at.options].some((o) => o.value === value)) at.add(new Option(name ?? value, value));
  at.value = value;
  chosen.set(field, value);
  mark(field);
  // The streams are another project's.
  if (field === "project") chosen.delete("stream");
  void read();
}

/** Minutes of 3, 3:30 or 3.5; nothing is none. @param {string} text @returns {number | null} NaN when it is not understood */
function minutes(text) {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return null;
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  return /^\d{1,4}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 60) : NaN;
}

let keeping = false;
async function keep() {
  if (keeping) return;
  keeping = true;
  try {
    window.clearTimeout(pause);
    say("");
    const wanted = line.value;
    if (readText !== wanted || !understood) await read();
    // What is kept is what stood in the line and still does; why it was not read is said already.
    if (readText !== wanted || line.value !== wanted || !understood) return error.hidden && say(T("quick.again"));
    const estimate = minutes(input("estimate").value);
    if (!understood.title) return want(null, T("quick.title"));
    if (!input("project").value) return want("project", T("quick.project"));
    if (Number.isNaN(estimate)) return want("estimate", T("quick.hours"));
    const answer = await call("POST", "", {
      title: understood.title,
      project: input("project").value,
      stream: input("stream").value || null,
      responsible: input("responsible").value || null,
      due: input("due").value || null,
      estimate: estimate || null,
      priority: input("priority").value,
    }).catch(() => null);
    if (!answer?.ok) return say(await sentence(answer));
    const { task } = await answer.json();
    kept(task.key, answer.headers.get("plimsoll-undo") ?? "");
  } finally {
    keeping = false;
  }
}

/** @param {string | null} field @param {string} text */
function want(field, text) {
  say(text);
  if (!field) return line.focus();
  chip(field).setAttribute("data-wanted", "");
  input(field).focus();
}

/** @param {string} key @param {string} undo */
function kept(key, undo) {
  start();
  dialog.close();
  // A list is read again, with the note of what was done; a board follows by itself.
  if (location.pathname === "/tasks" && !document.querySelector("[data-follows]")) {
    const here = new URL(location.href);
    here.searchParams.set("did", undo);
    location.assign(here);
    return;
  }
  told(T("quick.added", { key }), { undo, open: `/tasks/${key}` });
}

function start() {
  line.value = "";
  chosen.clear();
  left.clear();
  understood = null;
  readText = "";
  say("");
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  line.focus();
  line.select();
  void load().then(read);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
  // The same key in another alphabet.
  if (event.key !== "c" && !(event.code === "KeyC" && event.key === "с")) return;
  const at = /** @type {Element} */ (event.target);
  if (at.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=grid], dialog[open]")) return;
  event.preventDefault();
  open();
});
for (const button of document.querySelectorAll("[data-quick-open]")) {
  /** @type {HTMLElement} */ (button).hidden = false;
  button.addEventListener("click", open);
}

line.addEventListener("input", () => {
  window.clearTimeout(pause);
  // Words that are left in the title are so in this line; a line that is begun anew is read anew.
  if (line.value === "") start();
  pause = window.setTimeout(read, 150);
});
place.addEventListener("change", (e) => {
  const field = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest("[data-field]"))?.dataset.field;
  if (field) choose(field, input(field).value);
});
place.addEventListener("click", (e) => {
  const field = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest("[data-leave]"))?.dataset.leave;
  if (!field) return;
  left.add(field);
  void read();
  line.focus();
});
/** @type {HTMLElement} */ (dialog.querySelector("[data-quick]")).addEventListener("submit", (e) => {
  e.preventDefault();
  void keep();
});
// Enter while a word is being composed is the composer's.
line.addEventListener("keydown", (e) => e.key === "Enter" && e.isComposing && e.preventDefault());
dialog.querySelector("[data-quick-close]")?.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (e) => e.target === dialog && dialog.close());
