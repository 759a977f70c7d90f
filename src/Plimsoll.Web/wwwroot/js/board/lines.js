// @ts-check
// Opening a person to her projects (or a project to its people), adding a line, and rows that come fresh from the server.
import { pulling } from "./drag.js";
import { address, board, byPeople, fragment, nameOf, ownerOf, rowOf, rowsChanged, weeks } from "./grid.js";
import { onChange } from "./plan.js";
import { announce, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @param {HTMLTableRowElement} tr */
const toggleOf = (tr) => tr.querySelector(".toggle");
/** @param {HTMLTableRowElement} tr */
export const isOpen = (tr) => toggleOf(tr)?.getAttribute("aria-expanded") === "true";

/** The lines below a row, with the one that adds. @param {string} id @returns {HTMLTableRowElement[]} */
const linesOf = (id) => Array.from(board.querySelectorAll(`tr.sub[data-row="${CSS.escape(id)}"]`));

/** @param {string} html @returns {HTMLTableRowElement[]} */
function rowsIn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = `<table><tbody>${html}</tbody></table>`;
  quieten(holder.content);
  return Array.from(holder.content.querySelectorAll("tr"));
}

/** @param {HTMLTableRowElement} tr */
export async function toggle(tr) {
  const row = ownerOf(tr);
  const id = row?.dataset.id;
  if (!row || !id || !toggleOf(row)) return;
  if (isOpen(row)) {
    for (const line of linesOf(id)) line.remove();
    mark(row, false);
    rowsChanged();
    const at = selection.current();
    if (at && !at.tr.isConnected) selection.moveTo({ tr: row, c: at.c });
    announce(T("closed", { name: nameOf(row) }));
    return;
  }
  mark(row, true);
  await openLines(row, id);
  announce(T("opened", { name: nameOf(row), n: linesOf(id).length - 1 }));
}

/** @param {HTMLTableRowElement} row @param {string} id */
async function openLines(row, id) {
  const html = await fragment(address(`/load/lines/${id}`, { open: id }));
  if (html === null) {
    mark(row, false);
    return note(row.cells[0], { text: T("failed"), kind: "bad" });
  }
  for (const line of linesOf(id)) line.remove();
  row.after(...rowsIn(html));
  rowsChanged();
  selection.again();
}

/** The address names what is open, so that a link shows the same. @param {HTMLTableRowElement} row @param {boolean} open */
function mark(row, open) {
  changes++;
  toggleOf(row)?.setAttribute("aria-expanded", String(open));
  const id = row.dataset.id ?? "";
  const query = new URLSearchParams(location.search);
  const ids = (query.get("open") ?? "").split(",").filter((one) => one && one !== id);
  if (open) ids.push(id);
  if (ids.length) query.set("open", ids.join(","));
  else query.delete("open");
  history.replaceState(null, "", `?${query.toString().replaceAll("%2C", ",")}`);
}

/** What the rows say has changed here so often; an answer asked for before the last time is old. */
let changes = 0;
onChange(() => changes++);

/** How many rows an address names; of more, all are asked for. */
const namedAtMost = 40;

/** Rows as they are now, with their open lines; not while a hand is on the board. @param {string[]} ids */
export async function freshen(ids) {
  const wanted = [...new Set(ids)].filter((id) => rowOf(id));
  if (wanted.length === 0) return;
  const before = changes;
  const html = await fragment(address("/load/rows", wanted.length > namedAtMost ? {} : { ids: wanted.join(",") }));
  if (html === null) return;
  if (before !== changes || pulling() || board.querySelector("input, td.saves")) return void window.setTimeout(() => void freshen(wanted), 400);
  const fresh = rowsIn(html);
  const focused = board.contains(document.activeElement);
  for (const id of wanted) {
    const row = rowOf(id);
    if (row) settle(row, id, fresh.filter((tr) => tr.dataset.id === id || tr.dataset.row === id));
  }
  rowsChanged();
  selection.again(focused);
}

/**
 * A row and its lines as the server says. What stays keeps its elements, so that no click, focus or card is lost under a hand.
 * @param {HTMLTableRowElement} row @param {string} id @param {HTMLTableRowElement[]} mine
 */
function settle(row, id, mine) {
  const nameIn = (/** @type {HTMLTableRowElement} */ tr) => tr.dataset.id ?? tr.dataset.line ?? "add";
  const there = new Map([row, ...linesOf(id)].map((tr) => [nameIn(tr), tr]));
  if (mine.length === 0) for (const tr of there.values()) tr.remove();
  let last = row;
  for (const tr of mine) {
    const old = there.get(nameIn(tr));
    there.delete(nameIn(tr));
    if (old) renewRow(old, tr);
    const one = old ?? tr;
    if (one !== row && last.nextElementSibling !== one) last.after(one);
    last = one;
  }
  for (const gone of there.values()) {
    // A line that holds nothing any more stays, to be typed into again.
    if (gone.dataset.edit === undefined || last === row) gone.remove();
    else {
      for (const td of Array.from(gone.cells).slice(1)) td.replaceWith(document.createElement("td"));
      last.before(gone);
    }
  }
}

/** @param {HTMLTableRowElement} old @param {HTMLTableRowElement} fresh */
function renewRow(old, fresh) {
  renew(old, fresh);
  for (const [i, cell] of Array.from(fresh.cells).entries()) {
    renew(old.cells[i], cell);
    if (old.cells[i].innerHTML !== cell.innerHTML) old.cells[i].replaceChildren(...cell.childNodes);
  }
}

/** Marks of this page that the server knows nothing of. */
const marks = ["at", "in", "peer", "flash", "failed", "copied"];

/** @param {HTMLElement} old @param {HTMLElement} fresh */
function renew(old, fresh) {
  const [kept, peer] = [marks.filter((mark) => old.classList.contains(mark)), old.style.getPropertyValue("--peer")];
  for (const { name } of Array.from(old.attributes)) if (name.startsWith("data-") && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of Array.from(fresh.attributes)) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  old.className = [fresh.className, ...kept].join(" ").trim();
  old.style.cssText = fresh.style.cssText;
  if (peer) old.style.setProperty("--peer", peer);
  old.removeAttribute("aria-label");
}

/** The toggles are for the mouse and for pages without script; keys have O and Enter. @param {ParentNode} among */
export function quieten(among) {
  for (const a of among.querySelectorAll(".toggle")) a.setAttribute("tabindex", "-1");
}

/** @type {{id: string, name: string, detail?: string, colour: number}[] | null} */
let choices = null;

/** Offers projects for a person, or people for a project. @param {HTMLTableRowElement} tr */
export async function addLine(tr) {
  const row = ownerOf(tr);
  if (!row || row.dataset.edit === undefined) return row && note(row.cells[0], { text: T("not.yours", { name: nameOf(row) }) });
  if (!isOpen(row)) await toggle(row);
  const last = linesOf(row.dataset.id ?? "").find((line) => line.classList.contains("add"));
  const th = last?.cells[0];
  if (!th || th.querySelector("input")) return;
  choices ??= await fetch("/load/choices?of=" + (byPeople ? "projects" : "people")).then((answer) => (answer.ok ? answer.json() : []));
  const { combobox } = await import("./combobox.js");
  const taken = new Set(linesOf(row.dataset.id ?? "").map((line) => line.dataset.line));
  combobox(th, (choices ?? []).filter((one) => !taken.has(one.id)), T(byPeople ? "add.project" : "add.person"), (one) => {
    if (one) insert(row, last, one);
    else selection.moveTo({ tr, c: Math.max(0, selection.current()?.c ?? 0) });
  });
}

/** A line that holds nothing yet; it stays when something is typed. @param {HTMLTableRowElement} row @param {HTMLTableRowElement} before @param {{id: string, name: string, colour: number, internal?: boolean}} one */
function insert(row, before, one) {
  const line = document.createElement("tr");
  line.className = one.internal ? "sub internal" : "sub";
  Object.assign(line.dataset, { row: row.dataset.id, line: one.id, edit: "" });
  const th = document.createElement("th");
  th.scope = "row";
  const dot = document.createElement("span");
  dot.className = `dot hue-${one.colour}`;
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = one.name;
  th.append(dot, name);
  line.append(th, ...weeks.map(() => document.createElement("td")));
  before.before(line);
  rowsChanged();
  selection.moveTo({ tr: line, c: Math.max(0, selection.current()?.c ?? 0) });
}

board.addEventListener("click", (e) => {
  if (!(e.target instanceof Element)) return;
  const tr = e.target.closest("tr");
  if (!(tr instanceof HTMLTableRowElement)) return;
  if (e.target.closest(".sub.add button")) return void addLine(tr);
  if (tr.classList.contains("row") && e.target.closest("th") && !e.ctrlKey && !e.metaKey) {
    e.preventDefault();
    selection.moveTo({ tr, c: -1 }, { focus: true });
    void toggle(tr);
  }
});

board.addEventListener("board:stale", (e) => {
  if (!byPeople) return;
  const ids = /** @type {CustomEvent<string[]>} */ (e).detail;
  window.setTimeout(() => void freshen(ids), 50);
});

/** In rows of projects the sums are made by the server. */
let waiting = 0;
onChange(() => {
  if (byPeople) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => void freshen(Array.from(board.querySelectorAll('.toggle[aria-expanded="true"]'), (a) => a.closest("tr")?.dataset.id ?? "")), 400);
});

