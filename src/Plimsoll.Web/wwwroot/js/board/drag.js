// @ts-check
// With the mouse: press and pull selects, the grip fills, a held booking goes to another week or another person.
import { allRows, board, byPeople, cellOf, indexOf, isEditable, isLine, keyOf, ownerOf, placeOf, placeOfKey, planned, rowOf, scroller, weeks } from "./grid.js";
import { begin, close, editing, like, send } from "./edit.js";
import { change, standing } from "./plan.js";
import { hush, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {import("./grid.js").Place} Place */
/** @typedef {{kind: "select" | "fill" | "move", from: Place, box: selection.Box | null, x: number, y: number, live: boolean, over: Element | null}} Drag */

/** @type {Drag | null} */
let drag = null;
/** Whether the button is down on the board. */
export const pulling = () => drag !== null;
const grip = document.createElement("div");
grip.className = "grip";
grip.setAttribute("aria-hidden", "true");
grip.hidden = true;
scroller.append(grip);

let pointer = "mouse";

/** @param {PointerEvent} e */
function onDown(e) {
  pointer = e.pointerType;
  if (e.button !== 0) return;
  const at = selection.current();
  if (e.target === grip && at) return start(e, "fill", at);
  const place = placeOf(e.target);
  if (!place || place.c < 0 || e.target instanceof HTMLInputElement) return;
  hush();
  if (editing()) close(true);
  if (e.pointerType !== "mouse") return;
  e.preventDefault();
  const again = at && cellOf(at) === cellOf(place) && isEditable(place) && (planned(place).confirmed || planned(place).tentative);
  if (again && !e.shiftKey) return start(e, "move", place);
  selection.moveTo(place, { extend: e.shiftKey });
  start(e, "select", place);
}

/** @param {PointerEvent} e @param {Drag["kind"]} kind @param {Place} from */
function start(e, kind, from) {
  e.preventDefault();
  drag = { kind, from, box: selection.range(), x: e.clientX, y: e.clientY, live: kind === "fill", over: null };
}

/** @param {PointerEvent} e */
function onMove(e) {
  if (!drag) return;
  if (e.buttons === 0) return void letGo();
  if (!drag.live && Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 5) return;
  drag.live = true;
  edgeScroll(e);
  const under = document.elementFromPoint(e.clientX, e.clientY);
  const place = placeOf(under);
  if (!place) return;
  if (drag.kind === "move") return mark(place, e);
  if (place.c < 0) return;
  if (drag.kind === "select") selection.moveTo(place, { extend: true, focus: false });
  else stretch(place);
}

/** The fill goes along the weeks, or down the rows when it stays in its weeks. @param {Place} place */
function stretch(place) {
  const box = drag?.box;
  if (!box) return;
  const r = indexOf(place.tr);
  if (place.c < box.c0 || place.c > box.c1) selection.select({ ...box, c0: Math.min(box.c0, place.c), c1: Math.max(box.c1, place.c) });
  else selection.select({ ...box, r0: Math.min(box.r0, r), r1: Math.max(box.r1, r) });
}

/** @param {Place} place @param {PointerEvent} e */
function mark(place, e) {
  if (!drag) return;
  cellOf(drag.from).classList.toggle("moves", !(e.ctrlKey || e.metaKey));
  const target = place.c < 0 ? place.tr : cellOf(place);
  if (target === drag.over) return;
  drag.over?.classList.remove("into");
  drag.over = target;
  target.classList.add("into");
  board.style.cursor = "grabbing";
}

/** @param {PointerEvent} e */
function edgeScroll(e) {
  const box = scroller.getBoundingClientRect();
  const near = (/** @type {number} */ before, /** @type {number} */ after) => (before < 24 ? -14 : after < 24 ? 14 : 0);
  scroller.scrollBy(near(e.clientX - box.left - 268, box.right - e.clientX), near(e.clientY - box.top - 53, box.bottom - e.clientY));
}

function letGo() {
  const was = drag;
  drag = null;
  board.style.cursor = "";
  was?.over?.classList.remove("into");
  if (was) cellOf(was.from).classList.remove("moves");
  return was;
}

/** @param {PointerEvent} e */
function onUp(e) {
  const was = letGo();
  if (!was) return;
  if (was.kind === "move" && !was.live) return selection.moveTo(was.from);
  if (was.kind === "select") return focusActive();
  if (was.kind === "fill" && was.box) return fillFrom(was.box);
  const to = placeOf(document.elementFromPoint(e.clientX, e.clientY));
  if (to) void moveBooking(was.from, to, e.ctrlKey || e.metaKey);
}

function focusActive() {
  const at = selection.current();
  if (at) cellOf(at).focus({ preventScroll: true });
}

/** What was selected is repeated over the places that it was pulled to. @param {selection.Box} box */
function fillFrom({ r0, r1, c0, c1 }) {
  const rows = allRows();
  const again = (/** @type {number} */ at, /** @type {number} */ first, /** @type {number} */ length) => first + ((((at - first) % length) + length) % length);
  const changes = [];
  for (const place of selection.editable()) {
    const r = indexOf(place.tr);
    if (r >= r0 && r <= r1 && place.c >= c0 && place.c <= c1) continue;
    const from = { tr: rows[again(r, r0, r1 - r0 + 1)], c: again(place.c, c0, c1 - c0 + 1) };
    if (isLine(from.tr)) changes.push(like(from, place));
  }
  void send(changes);
  focusActive();
}

/**
 * Moves time to another week of its line, or to another person, where it joins what is there. With Ctrl it is copied.
 * @param {Place} from @param {Place} to @param {boolean} copy
 */
export async function moveBooking(from, to, copy) {
  const time = planned(from);
  const source = keyOf(from);
  const week = weeks[to.c < 0 ? from.c : to.c];
  const row = ownerOf(to.tr);
  const owner = row?.dataset.id ?? "";
  const key = byPeople ? { ...source, person: owner, week } : { ...source, project: owner, week };
  if (key.person === source.person && key.project === source.project && key.week === source.week) return;
  if (!row || row.dataset.edit === undefined) return note(cellOf(to), { text: T("not.yours", { name: row?.querySelector("b")?.textContent ?? "" }) });
  const there = placeOfKey(key);
  const was = there ? planned(there) : await standing(key);
  if (!was) return note(cellOf(to), { text: T("failed"), kind: "bad" });
  const sum = { confirmed: was.confirmed + time.confirmed, tentative: was.tentative + time.tentative };
  const until = week === source.week ? cellOf(from).dataset.h : undefined;
  const changes = [{ ...key, set: sum, was, ...(until ? { holdUntil: until } : {}) }];
  if (!copy) changes.unshift({ ...change(from, { set: { confirmed: 0, tentative: 0 } }), was: time, set: { confirmed: 0, tentative: 0 } });
  const kept = await send(changes, { moves: !copy });
  if (!kept) return;
  const arrived = placeOfKey(key);
  if (arrived) selection.moveTo(arrived);
  else if (rowOf(owner)) selection.moveTo({ tr: /** @type {HTMLTableRowElement} */ (rowOf(owner)), c: weeks.indexOf(week) });
  if (!arrived) board.dispatchEvent(new CustomEvent("board:stale", { detail: [owner] }));
}

/** The grip stands at the lower right corner of the range, when there is something to fill from. */
function placeGrip() {
  const at = selection.current();
  const show = at !== null && isEditable(at) && !editing();
  grip.hidden = !show;
  if (!show || !at) return;
  const box = selection.range();
  const rect = cellOf({ tr: at.tr, c: box?.c1 ?? at.c }).getBoundingClientRect();
  const ground = scroller.getBoundingClientRect();
  grip.style.left = `${rect.right - ground.left + scroller.scrollLeft - 1}px`;
  grip.style.top = `${rect.bottom - ground.top + scroller.scrollTop - 1}px`;
}

selection.onMove(placeGrip);
scroller.addEventListener("pointerdown", onDown);
window.addEventListener("pointermove", onMove);
window.addEventListener("pointerup", onUp);
window.addEventListener("pointercancel", letGo);
board.addEventListener("click", (e) => {
  const place = placeOf(e.target);
  if (!place || place.c < 0 || pointer === "mouse") return;
  // A thumb has no double click: the first tap chooses and opens.
  selection.moveTo(place, { focus: false });
  if (isEditable(place)) begin();
  else if (!isLine(place.tr)) board.dispatchEvent(new CustomEvent("board:details"));
});
