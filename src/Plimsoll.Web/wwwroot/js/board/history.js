// @ts-check
// The last hundred steps, backwards and forwards. A step is what was sent at once, however many cells it held.
import { board, cellOf, placeOfKey } from "./grid.js";
import { send } from "./edit.js";
import { onKept, rest } from "./plan.js";
import { announce, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {{cells: import("./plan.js").Done[], moves: boolean}} Step */

const most = 100;
/** @type {Step[]} */
const done = [];
/** @type {Step[]} */
const undone = [];
/** One step after the other: an undo waits for the edit before it. */
let last = Promise.resolve();

onKept((batch, cells) => {
  if (batch.kind !== "edit" || cells.length === 0) return;
  done.push({ cells, moves: batch.moves });
  if (done.length > most) done.shift();
  undone.length = 0;
});

export const undo = () => walk(done, undone, "undo");
export const redo = () => walk(undone, done, "redo");

/** @param {Step[]} from @param {Step[]} to @param {"undo" | "redo"} kind */
function walk(from, to, kind) {
  last = last.then(async () => {
    await rest();
    const step = from.pop();
    if (!step) return sayNothing(kind);
    const changes = step.cells.map(({ person, project, week, ...cell }) =>
      kind === "undo"
        ? { person, project, week, was: cell.now, wasHoldUntil: cell.holdUntil, set: cell.was, holdUntil: cell.wasHoldUntil }
        : { person, project, week, was: cell.was, wasHoldUntil: cell.wasHoldUntil, set: cell.now, holdUntil: cell.holdUntil },
    );
    const kept = await send(changes, { kind, moves: step.moves });
    // A step that somebody else's change has overtaken cannot be walked again.
    if (!kept) return;
    to.push(step);
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
