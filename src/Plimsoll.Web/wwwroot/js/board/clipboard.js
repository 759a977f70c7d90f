// @ts-check
// To and from a spreadsheet: a block of cells as text with tabs, and as a table that keeps the blue.
import { allRows, cellOf, inHours, isEditable, isLine, nominal, planned, weeks } from "./grid.js";
import { change } from "./plan.js";
import { clear, editing, send, textOf } from "./edit.js";
import { note, T } from "./say.js";
import * as selection from "./selection.js";
import { read, shares, table } from "./words.js";

/** @typedef {import("./grid.js").Place} Place */

const mark = "plimsoll-board";

/** @param {ClipboardEvent} e */
const isOurs = (e) => selection.current() !== null && !editing() && !(e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement) && !document.querySelector("dialog[open]") && cellOf(/** @type {Place} */ (selection.current())).closest("table")?.contains(document.activeElement);

/** @param {ClipboardEvent} e */
export function copy(e) {
  if (!isOurs(e) || !e.clipboardData) return false;
  const rows = selection.places();
  e.preventDefault();
  e.clipboardData.setData("text/plain", rows.map((row) => row.map(shown).join("\t")).join("\n"));
  e.clipboardData.setData("text/html", `<table data-from="${mark}">${rows.map((row) => `<tr>${row.map(rich).join("")}</tr>`).join("")}</table>`);
  flashCopied(rows.flat());
  return true;
}

/** @param {ClipboardEvent} e */
export function cut(e) {
  if (copy(e)) void clear();
}

/** @param {Place} place */
const shown = (place) => (isLine(place.tr) ? textOf(place) : (cellOf(place).textContent ?? ""));

/** A number that a spreadsheet counts with; blue stays blue. @param {Place} place */
function rich(place) {
  const { confirmed, tentative } = planned(place);
  const blue = isLine(place.tr) && tentative > 0 && confirmed === 0;
  const text = shown(place).replace(/t$/, "");
  const value = /^\d+$/.test(text) ? (inHours ? text : text + "%") : text;
  return `<td${blue ? ' style="background-color:#dfeafb;color:#1c5cb8"' : ""}>${value.replace(/[&<>]/g, "")}</td>`;
}

/** @param {Place[]} places */
function flashCopied(places) {
  for (const place of places) cellOf(place).classList.add("copied");
  window.setTimeout(() => places.forEach((place) => cellOf(place).classList.remove("copied")), 400);
}

/** @param {ClipboardEvent} e */
export function paste(e) {
  const at = selection.range();
  if (!isOurs(e) || !e.clipboardData || !at) return;
  e.preventDefault();
  const copied = table(e.clipboardData.getData("text/plain"));
  const own = e.clipboardData.getData("text/html").includes(mark);
  const inShares = own || inHours ? null : shares(copied);
  const block = inShares ?? copied;
  if (block.length === 1 && block[0].length === 1) {
    const places = selection.editable();
    if (places.length === 0) return nothingFits();
    void send(places.map((place) => pasted(place, block[0][0], own)));
  } else pasteBlock(block, at.r0, at.c0, own);
  const now = selection.current();
  if (inShares && now) note(cellOf(now), { text: T("paste.shares") });
}

/** A block goes row on row; sums and rows that are not hers are left as they are. @param {string[][]} block @param {number} r0 @param {number} c0 @param {boolean} own */
function pasteBlock(block, r0, c0, own) {
  const rows = allRows();
  const changes = [];
  let left = 0;
  for (const [i, line] of block.entries())
    for (const [j, text] of line.entries()) {
      const tr = rows[r0 + i];
      const place = tr && c0 + j < weeks.length ? { tr, c: c0 + j } : null;
      if (place && isEditable(place)) changes.push(pasted(place, text, own));
      else if (text) left++;
    }
  if (changes.length === 0) return nothingFits();
  const last = { tr: rows[Math.min(rows.length - 1, r0 + block.length - 1)], c: Math.min(weeks.length - 1, c0 + Math.max(...block.map((line) => line.length)) - 1) };
  selection.moveTo({ tr: rows[r0], c: c0 });
  selection.moveTo(last, { extend: true, focus: false });
  selection.moveTo(last, { extend: true });
  void send(changes);
  if (left > 0) note(cellOf(last), { text: T("paste.left", { n: left }) });
}

// What was copied here is the same cell again, blue or not. A number from elsewhere keeps the certainty of the cell.
/** @param {Place} place @param {string} text @param {boolean} own */
function pasted(place, text, own) {
  const meant = own ? read(text, inHours, nominal(place), { confirmed: 0, tentative: 0 }) : null;
  return change(place, meant ? { set: meant } : { text });
}

function nothingFits() {
  const at = selection.current();
  if (at) note(cellOf(at), { text: T("paste.nothing") });
}

