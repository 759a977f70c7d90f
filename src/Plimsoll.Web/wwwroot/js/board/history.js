// @ts-check
// The last hundred steps, backwards and forwards. A step is what was sent at once, however many cells it held.
import { board, cellOf, placeOfKey } from "./grid.js";
import { send } from "./edit.js";
import { onKept, rest } from "./plan.js";
import { announce, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {{number: string, cells: import("./plan.js").Done[]}} Step */

const most = 100;
/** @type {Step[]} */
const done = [];
/** @type {Step[]} */
const undone = [];
/** One step after the other: an undo waits for the edit before it. */
let last = Promise.resolve();

onKept(({ kind }, cells, number) => {
  if (cells.length === 0) return;
  (kind === "undo" ? undone : done).push({ number, cells });
  if (done.length > most) done.shift();
  if (kind === "edit") undone.length = 0;
});

export const undo = () => walk(done, "undo");
export const redo = () => walk(undone, "redo");

/** Takes a step back; what was taken back is a step itself, and taken back in turn. @param {Step[]} from @param {"undo" | "redo"} kind */
function walk(from, kind) {
  last = last.then(async () => {
    await rest();
    const step = from.pop();
    // Without its number, which was lost on the way, a step cannot be taken back.
    if (!step?.number) return sayNothing(kind);
    const changes = step.cells.map(({ person, project, week, was, now, wasHoldUntil }) => ({ person, project, week, was: now, set: was, holdUntil: wasHoldUntil }));
    // A step that somebody else's change has overtaken cannot be walked again.
    if (!(await send(changes, { kind, back: step.number }))) return;
    announce(T(kind === "undo" ? "undone" : "redone", { n: step.cells.length }));
    const place = placeOfKey(step.cells[0]);
    if (place) selection.moveTo(place);
  });
  return last;
}

/** @param {"undo" | "redo"} kind */
function sayNothing(kind) {
  const at = selection.current();
  note(at ? cellOf(at) : board, { text: T(kind === "undo" ? "undo.nothing" : "redo.nothing") });
}
