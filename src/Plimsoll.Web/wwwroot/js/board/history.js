// @ts-check
// The last hundred steps, backwards and forwards. A step is what was sent at once, however many cells it held.
import { board, cellOf, placeOfKey, textKey } from "./grid.js";
import { send } from "./edit.js";
import { onKept, rest } from "./plan.js";
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

onKept((batch, cells) => {
  const step = cells
    .map((cell) => ({ ...cell, held: batch.holds[batch.changes.findIndex((one) => textKey(one) === textKey(cell))] ?? null }))
    .filter(({ was, now }) => was.confirmed !== now.confirmed || was.tentative !== now.tentative);
  if (batch.kind !== "edit" || step.length === 0) return;
  done.push(step);
  if (done.length > most) done.shift();
  undone.length = 0;
});

export const undo = () => walk(done, undone, "undo");
export const redo = () => walk(undone, done, "redo");

/** @param {Cell[][]} from @param {Cell[][]} to @param {"undo" | "redo"} kind */
function walk(from, to, kind) {
  last = last.then(async () => {
    await rest();
    const step = from.pop();
    if (!step) return sayNothing(kind);
    const changes = step.map(({ person, project, week, ...cell }) => {
      const [was, set, until] = kind === "undo" ? [cell.now, cell.was, cell.held] : [cell.was, cell.now, cell.holdUntil];
      return { person, project, week, was, set, holdUntil: set.tentative > 0 ? until : null };
    });
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
