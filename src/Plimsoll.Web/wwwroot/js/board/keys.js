// @ts-check
// Which key does what. The board listens once, for all its cells.
import * as clipboard from "./clipboard.js";
import { comment, decide, showDetails } from "./details.js";
import { begin, clear, editing, fill, toggleTentative } from "./edit.js";
import { board, byPeople, cellOf, isEditable, isLine, ownerOf, scroller } from "./grid.js";
import { redo, undo } from "./history.js";
import { addLine, isOpen, toggle } from "./lines.js";
import { hush, isSaying } from "./say.js";
import * as selection from "./selection.js";

/** How many rows a page key goes. */
const pageful = () => Math.max(1, Math.floor((scroller.clientHeight - 60) / 47) - 1);

/** @type {Record<string, [down: number, right: number]>} */
const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {KeyboardEvent} e */
function onKey(e) {
  const place = selection.current();
  if (!place || editing() || e.defaultPrevented || e.isComposing) return;
  if (e.target instanceof HTMLElement && e.target.closest("input, textarea, select, dialog")) return;
  if (e.target instanceof HTMLButtonElement && (e.key === "Enter" || e.key === " ")) return;
  const handled = e.ctrlKey || e.metaKey ? withCtrl(e) : e.altKey ? false : plain(e, place);
  if (handled) e.preventDefault();
}

/** @param {KeyboardEvent} e */
function withCtrl(e) {
  const way = arrows[e.key];
  if (way) return done(() => selection.step(way[0], way[1], { edge: true, extend: e.shiftKey }));
  switch (letterOf(e)) {
    case "Home":
      return done(() => selection.step(-1, 0, { edge: true, extend: e.shiftKey }));
    case "End":
      return done(() => selection.step(1, 0, { edge: true, extend: e.shiftKey }));
    case "KeyA":
      return done(selection.selectAll);
    case "KeyR":
      return !e.shiftKey && done(() => fill("right"));
    case "KeyD":
      return done(() => fill("down"));
    case "KeyZ":
      return done(e.shiftKey ? redo : undo);
    case "KeyY":
      return done(redo);
    case "Enter":
      return done(() => begin());
    default:
      return false;
  }
}

/** @param {KeyboardEvent} e @param {import("./grid.js").Place} place */
function plain(e, place) {
  const way = arrows[e.key];
  if (way) return done(() => selection.step(way[0], way[1], { extend: e.shiftKey }));
  switch (e.key) {
    case "Home":
      return done(() => selection.step(0, -1, { edge: true, extend: e.shiftKey }));
    case "End":
      return done(() => selection.step(0, 1, { edge: true, extend: e.shiftKey }));
    case "PageUp":
      return done(() => selection.step(-pageful(), 0, { extend: e.shiftKey }));
    case "PageDown":
      return done(() => selection.step(pageful(), 0, { extend: e.shiftKey }));
    case "Enter":
      return done(() => (isEditable(place) || isLine(place.tr) ? begin() : toggle(place.tr)));
    case "F2":
      return done(() => begin());
    case "Escape":
      return done(() => (isSaying() ? hush() : (hush(), selection.moveTo(place))));
    case "Delete":
    case "Backspace":
      return done(clear);
    case "?":
      return done(() => /** @type {HTMLDialogElement} */ (document.getElementById("key-list")).showModal());
    case " ":
      return done(() => showDetails(place));
    default:
      return letters(e, place);
  }
}

// By where the key is, so that T is T on a Russian keyboard too; a digit or a sign begins to edit.
/** @param {KeyboardEvent} e @param {import("./grid.js").Place} place */
function letters(e, place) {
  if (e.key === "+" && !isEditable(place)) return done(() => addLine(place.tr));
  if (/^[-0-9０-９.,:]$/.test(e.key) && place.c >= 0) return done(() => begin(e.key));
  switch (letterOf(e)) {
    case "KeyT":
      return done(toggleTentative);
    case "KeyH":
      return done(() => decide(place));
    case "KeyC":
      return done(() => comment(place));
    case "KeyO":
      return done(() => toggle(ownerOf(place.tr) ?? place.tr));
    case "KeyA":
      return done(() => addLine(place.tr));
    case "Equal":
    case "NumpadAdd":
      return e.key === "+" && done(() => addLine(place.tr));
    default:
      return false;
  }
}

// The letter that is written on the key; on a keyboard of other letters, where it would be.
/** @param {KeyboardEvent} e */
const letterOf = (e) => (/^[a-z]$/i.test(e.key) ? "Key" + e.key.toUpperCase() : e.code || e.key);

/** @param {() => unknown} act */
function done(act) {
  act();
  return true;
}

/** @param {MouseEvent} e */
function onDoubleClick(e) {
  const place = selection.current();
  if (!place || !(e.target instanceof Element) || e.target.closest("td") !== cellOf(place)) return;
  if (isEditable(place)) begin();
  else if (place.c >= 0 && byPeople && !isOpen(place.tr)) toggle(place.tr);
}

board.addEventListener("keydown", onKey);
board.addEventListener("dblclick", onDoubleClick);
document.addEventListener("copy", clipboard.copy);
document.addEventListener("cut", clipboard.cut);
document.addEventListener("paste", clipboard.paste);
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && isSaying()) hush();
});
