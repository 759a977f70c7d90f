// @ts-check
// The keys of a list of tasks, and of the task beside it. Without scripts its links and buttons do the same.
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-row]")]);
const panel = document.querySelector("[data-panel]");

/** @param {number} step */
function step(step) {
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const from = now >= 0 ? now : rows.findIndex((row) => row.classList.contains("chosen"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** @param {(row: HTMLElement) => void} act */
const onRow = (act) => {
  const row = rows.find((r) => r.contains(document.activeElement));
  if (row) act(row);
};

/** @type {Record<string, () => void>} */
const keys = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  x: () => onRow((row) => /** @type {HTMLElement} */ (row.querySelector(".pick input"))?.click()),
  Enter: () => onRow((row) => /** @type {HTMLElement} */ (row.querySelector("[data-open]")).click()),
  d: () => onRow((row) => /** @type {HTMLElement} */ (row.querySelector("[data-set=due]"))?.click()),
  r: () => onRow((row) => /** @type {HTMLElement} */ (row.querySelector("[data-set=responsible]"))?.click()),
  e: () => {
    const edit = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-edit]"));
    if (!edit) return;
    edit.open = true;
    /** @type {HTMLElement} */ (edit.querySelector("[name='Form.Title']")).focus();
  },
  Escape: () => {
    const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.menu[open]"));
    if (menu) menu.open = false;
    else /** @type {HTMLElement | null} */ (panel?.querySelector("[data-close]"))?.click();
  },
};

addEventListener("keydown", (key) => {
  if (key.defaultPrevented || key.ctrlKey || key.metaKey || key.altKey) return;
  const at = /** @type {HTMLElement} */ (key.target);
  const types = at.matches("input:not([type=checkbox]), textarea, select");
  if (types && key.key === "Escape") return at.blur();
  if (types || document.querySelector("dialog[open]")) return;
  // Enter on a link or a button is theirs; arrows move the page unless a row is chosen.
  if (key.key === "Enter" && at.matches("a, button, summary, input")) return;
  if (key.key.startsWith("Arrow") && !at.closest("[data-row]")) return;
  const act = keys[key.key];
  if (!act) return;
  key.preventDefault();
  act();
});

// The due day and the one responsible are set in a small form beside their cell.
document.addEventListener("click", (click) => {
  const cell = /** @type {HTMLElement | null} */ (/** @type {Element} */ (click.target).closest("[data-set]"));
  if (!cell || click.ctrlKey || click.metaKey || click.shiftKey) return;
  const form = /** @type {HTMLElement | null} */ (document.querySelector(`[data-set-form=${cell.dataset.set}]`));
  if (!form) return;
  click.preventDefault();
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.querySelector(name));
  field("[name='Set.Task']").value = cell.dataset.task ?? "";
  field("[name='Set.Version']").value = cell.dataset.version ?? "";
  field("[data-value]").value = cell.dataset.value ?? "";
  form.showPopover(/** @type {any} */ ({ source: cell }));
  field("[data-value]").focus();
});

const bulk = /** @type {HTMLElement | null} */ (document.querySelector("[data-bulk]"));
if (bulk) {
  const picked = /** @type {HTMLElement} */ (bulk.querySelector("[data-picked]"));
  const count = () => {
    const n = document.querySelectorAll("[data-row] .pick input:checked").length;
    bulk.hidden = n === 0;
    picked.textContent = (picked.dataset.words ?? "").replace("{count}", String(n));
  };
  document.addEventListener("change", count);
  count();
}

// Leaving the row of the open task gives the keys back to it.
if (panel) rows.find((row) => row.classList.contains("chosen"))?.focus({ preventScroll: true });

// What was just done need not stand in the address when the page is opened again.
const here = new URL(location.href);
if (here.searchParams.has("did")) {
  here.searchParams.delete("did");
  history.replaceState(null, "", here);
  const toast = document.querySelector(".toast");
  window.setTimeout(() => toast?.remove(), 12_000);
}
