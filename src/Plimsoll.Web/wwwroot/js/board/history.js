// @ts-check
// The last hundred steps, backwards and forwards. A step is what was sent at once, however many cells it held.
import { board, cellOf, placeOfKey } from "./grid.js";
import { send } from "./edit.js";
import { onKept } from "./plan.js";
import { announce, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {import("./plan.js").Done & {held?: string | null}} Cell */

const most = 100;
/** @type {Cell[][]} */
const done = [];
/** @type {Cell[][]} */
const undone = [];
/** One step after the other: an undo waits for the edit before it. */
let last = Promise.resolve();
/** @type {Promise<unknown>} */
let pendingEdit = Promise.resolve();

onKept((batch, cells) => {
  const step = cells
    .map((cell, i) => ({ ...cell, held: batch.holds[i] ?? null }))
    .filter(({ was, now }) => was.confirmed !== now.confirmed || was.tentative !== now.tentative);
  if (batch.kind !== "edit" || step.length === 0) return;
  done.push(step);
  if (done.length > most) done.shift();
  undone.length = 0;
});

/** @param {Promise<unknown>} edit */
export const waitFor = (edit) => void (pendingEdit = edit);

export const undo = () => walk(done, undone, "undo");
export const redo = () => walk(undone, done, "redo");

/** @param {Cell[][]} from @param {Cell[][]} to @param {"undo" | "redo"} kind */
function walk(from, to, kind) {
  last = last.then(async () => {
    await pendingEdit;
    const step = from.pop();
    if (!step) return sayNothing(kind);
    const changes = step.map((cell) => ({
      person: cell.person,
      project: cell.project,
      week: cell.week,
      was: kind === "undo" ? cell.now : cell.was,
      set: kind === "undo" ? cell.was : cell.now,
      holdUntil: kind === "undo" ? cell.held : cell.holdUntil,
    }));
    const kept = await send(changes, { kind });
    // A step that somebody else's change has overtaken cannot be walked again.
    if (!kept) return;
    to.push(step);
    announce(T(kind === "undo" ? "undone" : "redone", { n: step.length }));
    const place = placeOfKey(step[0]);
    if (place) selection.moveTo(place);
  });
  return last;
}

/** @param {"undo" | "redo"} kind */
function sayNothing(kind) {
  const at = selection.current();
  note(at ? cellOf(at) : board, { text: T(kind === "undo" ? "undo.nothing" : "redo.nothing") });
}
