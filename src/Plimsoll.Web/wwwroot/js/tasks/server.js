// @ts-check
// How the scripts of the tasks speak with the server, and what they say to the reader.

/** @type {Record<string, string>} */
const texts = JSON.parse(document.getElementById("tasks-texts")?.textContent ?? "{}");

/** @param {string} key @param {Record<string, string | number>} [words] */
export const T = (key, words = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => String(words[name] ?? all));

/** @returns {NodeListOf<HTMLInputElement>} */
const forms = () => document.querySelectorAll("input[name=__RequestVerificationToken]");

/** The token of this page's forms, until it had to be renewed. */
let renewed = "";

/** @param {string} method @param {string} path @param {unknown} body @param {number | string} [version] */
const sent = (method, path, body, version) =>
  fetch("/api/v1/tasks" + path, {
    method,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "x-plimsoll-form": renewed || (forms()[0]?.value ?? ""),
      ...(version === undefined ? {} : { "if-match": `"v${version}"` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/**
 * A change at the interface. A form that came late is renewed once, for the same person.
 * @param {string} method @param {string} path @param {unknown} [body] @param {number | string} [version]
 */
export async function call(method, path, body, version) {
  const answer = await sent(method, path, body, version);
  if (answer.status !== 400) return answer;
  const told = await answer.clone().json().catch(() => ({}));
  if (told.code !== "form-is-stale") return answer;
  const form = await fetch("/form", { headers: { accept: "application/json" } });
  if (!form.ok) return answer;
  const { person, token } = await form.json();
  if (person !== document.querySelector("[data-me]")?.getAttribute("data-me")) return answer;
  renewed = token;
  for (const input of forms()) input.value = token;
  return sent(method, path, body, version);
}

/** The sentence of a refusal. @param {Response | null} answer */
export async function sentence(answer) {
  if (!answer) return T("failed");
  const problem = await answer.json().catch(() => null);
  return problem?.title ?? T("failed");
}

const toast = /** @type {HTMLElement | null} */ (document.querySelector("[data-told]"));
const undoButton = /** @type {HTMLElement | null} */ (toast?.querySelector("[data-told-undo]"));
let hiding = 0;
let undoing = "";
/** @type {(() => void) | null} */
let afterUndo = null;

/**
 * Says what was done, with the way to undo it, or why it was not.
 * @param {string} text @param {{undo?: string | null, bad?: boolean, open?: string, then?: () => void}} [more]
 */
export function told(text, { undo = null, bad = false, open = "", then } = {}) {
  // What the page itself has told before is over.
  for (const old of document.querySelectorAll(".toast:not([data-told])")) old.remove();
  if (!toast || !undoButton) return;
  /** @type {HTMLElement} */ (toast.querySelector("[data-told-text]")).textContent = text;
  toast.classList.toggle("bad", bad);
  undoing = undo ?? "";
  afterUndo = then ?? null;
  undoButton.hidden = !undoing;
  const link = /** @type {HTMLAnchorElement} */ (toast.querySelector("[data-told-open]"));
  link.hidden = !open;
  link.href = open;
  toast.hidden = false;
  window.clearTimeout(hiding);
  hiding = window.setTimeout(hush, 12_000);
}

const hush = () => {
  if (toast) toast.hidden = true;
};

undoButton?.addEventListener("click", async () => {
  const answer = await call("POST", `/undo/${undoing}`).catch(() => null);
  if (!answer?.ok) return told(await sentence(answer), { bad: true });
  hush();
  afterUndo?.();
});
toast?.querySelector("[data-told-close]")?.addEventListener("click", hush);

/** Says it to a screen reader. @param {string} text */
export function announce(text) {
  const line = document.querySelector("[data-says]");
  if (line) line.textContent = text;
}
