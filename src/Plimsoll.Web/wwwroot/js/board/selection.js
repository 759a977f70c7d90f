// @ts-check
// Where the keys are: one active place, and the range from the anchor to it. One cell is in the tab order at a time.
import { allRows, board, byPeople, cellOf, indexOf, inHours, isEditable, isLine, nameOf, ownerOf, placeOfKey, planned, rowOf, scroller, weeks } from "./grid.js";
import { announce, day, hours, T } from "./say.js";

/** @typedef {import("./grid.js").Place} Place */

/** @type {Place | null} */
let active = null;
/** @type {Place | null} */
let anchor = null;
/** @type {HTMLTableCellElement[]} */
let painted = [];
/** @type {HTMLTableCellElement | null} */
let marked = null;
/** @type {(() => void)[]} */
const listeners = [];

/** Tells when the selection has moved. @param {() => void} listener */
export const onMove = (listener) => void listeners.push(listener);

export const current = () => active;

/** The first row, last row, first and last week of the range. */
export function range() {
  if (!active) return null;
  const from = anchor ?? active;
  const [a, b] = [indexOf(active.tr), indexOf(from.tr)];
  return { r0: Math.min(a, b), r1: Math.max(a, b), c0: Math.max(0, Math.min(active.c, from.c)), c1: Math.max(active.c, from.c) };
}

/** The places of the range, row by row. @returns {Place[][]} */
export function places() {
  const at = range();
  if (!at) return [];
  return allRows()
    .slice(at.r0, at.r1 + 1)
    .map((tr) => Array.from({ length: at.c1 - at.c0 + 1 }, (_, i) => ({ tr, c: at.c0 + i })));
}

/** The places of the range that can be changed. */
export const editable = () => places().flat().filter(isEditable);

/** @param {Place} place @param {{extend?: boolean, focus?: boolean}} [how] */
export function moveTo(place, { extend = false, focus = true } = {}) {
  if (!extend || !anchor || place.c < 0) anchor = place;
  active = place;
  paint();
  const cell = cellOf(place);
  if (marked && marked !== cell) {
    marked.classList.remove("at");
    marked.removeAttribute("tabindex");
  }
  marked = cell;
  cell.classList.add("at");
  cell.tabIndex = 0;
  label(place);
  if (focus) {
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: place.c < 0 ? "start" : "nearest" });
  }
  for (const listener of listeners) listener();
}

/** Steps; `edge` goes as far as there are rows or weeks. @param {number} down @param {number} right @param {{extend?: boolean, edge?: boolean}} [how] */
export function step(down, right, { extend = false, edge = false } = {}) {
  const rows = allRows();
  if (!active || rows.length === 0) return;
  const r = indexOf(active.tr);
  const to = edge && down ? (down < 0 ? 0 : rows.length - 1) : clamp(r + down, 0, rows.length - 1);
  const c = edge && right ? (right < 0 ? 0 : weeks.length - 1) : clamp(active.c + right, extend ? 0 : -1, weeks.length - 1);
  moveTo({ tr: rows[to], c }, { extend });
}

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

/** @typedef {{r0: number, r1: number, c0: number, c1: number}} Box */

/** @param {Box} box */
export function select({ r0, r1, c0, c1 }) {
  const rows = allRows();
  anchor = { tr: rows[r0], c: c0 };
  moveTo({ tr: rows[r1], c: c1 }, { extend: true, focus: false });
}

export function selectAll() {
  const rows = allRows();
  if (rows.length === 0) return;
  anchor = { tr: rows[0], c: 0 };
  moveTo({ tr: rows[rows.length - 1], c: weeks.length - 1 }, { extend: true, focus: false });
  cellOf(/** @type {Place} */ (active)).focus({ preventScroll: true });
}

function paint() {
  for (const td of painted) td.classList.remove("in");
  const at = range();
  painted = at && (at.r0 !== at.r1 || at.c0 !== at.c1) ? places().flat().map(cellOf) : [];
  for (const td of painted) td.classList.add("in");
  const sum = document.getElementById("board-sum");
  if (!sum) return;
  const cells = places().flat().filter(({ tr, c }) => c >= 0 && isLine(tr));
  const minutes = cells.reduce((all, place) => all + planned(place).confirmed + planned(place).tentative, 0);
  sum.textContent = painted.length > 1 ? T("range", { n: painted.length, hours: hours(minutes) }) : "";
  if (painted.length > 1) announce(sum.textContent);
}

// 5,200 long labels would weigh more than the board: a cell gets its words when the keys come to it.
/** @param {Place} place */
export function label({ tr, c }) {
  const cell = cellOf({ tr, c });
  if (c < 0) return;
  const week = T("week", { week: Number(weeks[c].slice(6)), day: board.tHead?.rows[0].cells[c + 1].dataset.day ?? "" });
  const owner = ownerOf(tr);
  const who = isLine(tr) && owner ? `${nameOf(owner)}, ${nameOf(tr)}` : nameOf(tr);
  cell.setAttribute("aria-label", `${who}, ${week}: ${words({ tr, c })}`);
}

/** @param {Place} place */
function words({ tr, c }) {
  const cell = cellOf({ tr, c });
  const text = cell.textContent?.trim() ?? "";
  const unit = inHours || text.endsWith("h") ? T("unit.hours") : "%";
  if (!text) return T("empty");
  const said = [];
  if (isLine(tr)) {
    const { confirmed, tentative } = planned({ tr, c });
    const [first, second = first] = text.split(" + ");
    if (confirmed) said.push(`${first} ${unit} ${T("confirmed")}`);
    if (tentative) said.push(`${second} ${unit} ${T("tentative")}`);
    if (cell.dataset.h) said.push(T("held", { day: day(cell.dataset.h) }));
  } else {
    said.push(`${text} ${byPeople ? unit : T("unit.hours")}`);
    if (cell.classList.contains("over")) said.push(T("over"));
  }
  if (cell.classList.contains("why")) said.push(T("has.reason"));
  if (cell.classList.contains("says")) said.push(T("has.comment"));
  return said.join(", ");
}

/** After rows came or went: the same places again, by what they are. @param {boolean} [focus] */
export function again(focus = false) {
  const find = (/** @type {Place | null} */ place) => {
    if (!place || place.tr.isConnected) return place;
    const { row, line, id } = place.tr.dataset;
    if (id) return withRow(rowOf(id), place.c);
    const [person, project] = byPeople ? [row, line] : [line, row];
    return placeOfKey({ person: person ?? "", project: project ?? "", week: weeks[Math.max(0, place.c)] }) ?? withRow(rowOf(row ?? ""), place.c);
  };
  anchor = find(anchor);
  const to = find(active);
  if (!to) active = null;
  else moveTo(to, { extend: true, focus: focus || document.activeElement === document.body });
}

/** @param {HTMLTableRowElement | null} tr @param {number} c */
const withRow = (tr, c) => (tr ? { tr, c } : null);

/** The first place that Tab comes to. */
export function begin() {
  const first = allRows()[0];
  if (!first) return;
  active = anchor = { tr: first, c: Math.max(0, weeks.indexOf(board.dataset.today ?? "")) };
  cellOf(active).tabIndex = 0;
  marked = cellOf(active);
}

scroller.addEventListener("focusin", (e) => {
  if (active && e.target === cellOf(active) && !marked?.classList.contains("at")) moveTo(active, { focus: false });
});
