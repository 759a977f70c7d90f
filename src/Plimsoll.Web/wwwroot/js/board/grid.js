// @ts-check
// The board as a grid of places. A row is a <tr>, a place is a row and a week; column -1 is the name.
import { page } from "./say.js";

export const board = /** @type {HTMLTableElement} */ (document.getElementById("board"));
export const scroller = /** @type {HTMLElement} */ (board.closest(".board-scroll"));
export const byPeople = board.dataset.rows !== "projects";
export const inHours = board.dataset.unit === "hours";
/** The weeks shown, as 2026-W48. */
export const weeks = Array.from(board.tHead?.rows[0].cells ?? []).slice(1).map((th) => th.dataset.week ?? "");

/** @typedef {{tr: HTMLTableRowElement, c: number}} Place */
/** @typedef {{confirmed: number, tentative: number}} Planned */
/** @typedef {{person: string, project: string, week: string}} Key */

/** @type {HTMLTableRowElement[] | null} */
let rows = null;
/** @type {Map<HTMLTableRowElement, number>} */
let order = new Map();
/** @type {Map<string, HTMLTableRowElement>} */
let lines = new Map();

/** To be called after rows came or went. */
export function rowsChanged() {
  rows = null;
}

function read() {
  rows = Array.from(board.querySelectorAll("tr.row, tr.sub:not(.add)"));
  order = new Map(rows.map((tr, i) => [tr, i]));
  lines = new Map(rows.filter(isLine).map((tr) => [`${tr.dataset.row}|${tr.dataset.line}`, tr]));
  return rows;
}

/** All rows that keys walk over, from top to bottom. */
export const allRows = () => rows ?? read();

/** @param {HTMLTableRowElement} tr */
export function indexOf(tr) {
  allRows();
  return order.get(tr) ?? -1;
}

/** @param {HTMLTableRowElement} tr */
export const isLine = (tr) => tr.classList.contains("sub");

/** The cell of a place. @param {Place} place @returns {HTMLTableCellElement} */
export const cellOf = ({ tr, c }) => tr.cells[c + 1];

/** The place of a cell. @param {EventTarget | null} target @returns {Place | null} */
export function placeOf(target) {
  const cell = target instanceof Element ? target.closest("td, th") : null;
  const tr = cell?.closest("tr");
  if (!(cell instanceof HTMLTableCellElement) || !tr || !board.contains(tr)) return null;
  if (indexOf(tr) < 0) return null;
  return { tr, c: cell.cellIndex - 1 };
}

/** The row of this person or project. @param {string} id @returns {HTMLTableRowElement | null} */
export const rowOf = (id) => board.querySelector(`tr.row[data-id="${CSS.escape(id)}"]`);

/** The row above a line. @param {HTMLTableRowElement} tr */
export const ownerOf = (tr) => (isLine(tr) ? rowOf(tr.dataset.row ?? "") : tr);

/** Which person, project and week a line's cell is. @param {Place} place @returns {Key} */
export function keyOf({ tr, c }) {
  const { row = "", line = "" } = tr.dataset;
  return { person: byPeople ? row : line, project: byPeople ? line : row, week: weeks[c] };
}

/** @param {Key} key */
export const textKey = ({ person, project, week }) => `${person}|${project}|${week}`;

/** Where a cell stands, when its row is opened and its week in view. @param {Key} key @returns {Place | null} */
export function placeOfKey({ person, project, week }) {
  allRows();
  const tr = lines.get(byPeople ? `${person}|${project}` : `${project}|${person}`);
  const c = weeks.indexOf(week);
  return tr && c >= 0 ? { tr, c } : null;
}

/** @param {Place} place */
export const isEditable = ({ tr, c }) => c >= 0 && isLine(tr) && tr.dataset.edit !== undefined;

/** What a line's cell holds, in minutes. @param {Place} place @returns {Planned} */
export function planned(place) {
  const { c = "0", t = "0" } = cellOf(place).dataset;
  return { confirmed: Number(c), tentative: Number(t) };
}

/** The minutes of the person's week; undefined where the page does not know them. @param {Place} place */
export function nominal({ tr, c }) {
  if (!byPeople) return number(tr.cells[c + 1].dataset.n) ?? number(tr.dataset.n);
  const row = ownerOf(tr);
  return row ? (number(row.cells[c + 1].dataset.n) ?? number(row.dataset.n)) : undefined;
}

/** @param {string | undefined} text */
const number = (text) => (text === undefined ? undefined : Number(text));

/** @param {HTMLTableRowElement} tr */
export const nameOf = (tr) => tr.querySelector("b, .name")?.textContent ?? tr.cells[0].textContent ?? "";

/** The same address with other pages of the board: /load/lines/… with the view as it is. @param {string} path @param {Record<string, string>} [more] */
export function address(path, more = {}) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  if (!query.has("from")) query.set("from", board.dataset.from ?? "");
  if (!query.has("unit")) query.set("unit", board.dataset.unit ?? "percent");
  return `${path}?${query}`;
}

/** A fragment of the page, or null when it cannot be had. @param {string} url @returns {Promise<string | null>} */
export async function fragment(url) {
  try {
    const answer = await fetch(url, { headers: { accept: "text/html" }, redirect: "error" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/**
 * A call of the interface for programs, as this person. When the server knows this page no more, it is sent once again with
 * a new form, if she is still the one who is signed in. @param {string} method @param {string} path @param {unknown} [body]
 */
export async function call(method, path, body) {
  const answer = await sent(method, path, body);
  if (answer.status !== 400 || !(await isStale(answer.clone()))) return answer;
  const form = await fetch("/form", { headers: { accept: "application/json" } });
  if (!form.ok) return form;
  const { person, token } = await form.json();
  if (person !== page.me) return answer;
  for (const input of forms()) input.value = token;
  return sent(method, path, body);
}

/** @param {Response} answer */
const isStale = (answer) => answer.json().then((told) => told.code === "form-is-stale", () => false);

/** @param {string} method @param {string} path @param {unknown} body */
const sent = (method, path, body) =>
  fetch(path.startsWith("/load/") ? path : "/api/v1/load" + path, {
    method,
    headers: { "content-type": "application/json", accept: "application/json", "x-plimsoll-form": formToken() },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

const formToken = () => forms()[0]?.value ?? "";

/** @returns {NodeListOf<HTMLInputElement>} */
const forms = () => document.querySelectorAll("input[name=__RequestVerificationToken]");

export const me = page.me;
