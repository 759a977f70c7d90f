// @ts-check
// A "no" of the server: what it is about, and what to do, beside the cell it concerns.
import { cellOf, inHours, nameOf, nominal, placeOfKey, rowOf, weeks, byPeople } from "./grid.js";
import { day, note, T } from "./say.js";
import { write } from "./words.js";

/** @typedef {import("./plan.js").Batch} Batch */

let lastReason = "";
/** @type {(text: string, key: import("./grid.js").Key) => void} */
let editAgain = () => {};
/** @type {(batch: Batch, cells: any[]) => void} */
let insist = () => {};

/** @param {{edit: typeof editAgain, insist: typeof insist}} ways */
export function offers(ways) {
  editAgain = ways.edit;
  insist = ways.insist;
}

/** @param {Batch} batch @param {any} problem */
export function explain(batch, problem) {
  const [concerned = batch.changes[0]] = problem.cells ?? [];
  const place = placeOfKey(concerned);
  const at = place ? cellOf(place) : byPeople ? (rowOf(concerned.person)?.cells[0] ?? null) : null;
  const text = problem.title ?? T("failed");
  if (place) at?.classList.add("failed");
  window.setTimeout(() => at?.classList.remove("failed"), 6000);
  if (problem.code === "cell-changed-meanwhile") {
    collided(batch, problem, at, place);
    return;
  }
  const help = problem.code === "is-not-understood" ? ` ${T("understood")}` : "";
  const typed = batch.changes.length === 1 ? batch.changes[0].text : undefined;
  note(at, {
    text: typed ? `${T("typed", { text: typed })} ${text}${help}` : text + help,
    kind: "bad",
    actions: typed && place ? [{ label: T("edit.again"), run: () => editAgain(typed, batch.changes[0]), primary: true }] : [],
  });
}

/** @param {Batch} batch @param {any} problem @param {Element | null} at @param {import("./grid.js").Place | null} place */
function collided(batch, problem, at, place) {
  const cells = problem.cells ?? [];
  const theirs = cells[0]?.now ?? cells[0];
  const said = (/** @type {any} */ value) => (value ? write(value, inHours, place ? nominal(place) : undefined) || "0" : "?");
  if (batch.kind !== "edit") {
    note(at, { text: T(batch.kind === "undo" ? "undo.collided" : "redo.collided", { n: cells.length || 1, now: said(theirs) }), kind: "warn" });
    return;
  }
  const [theirDay, myDay] = [cells[0]?.holdUntil, batch.changes.find((one) => one.week === cells[0]?.week && one.project === cells[0]?.project)?.wasHoldUntil];
  if (theirDay && myDay && theirDay !== myDay) {
    note(at, { text: T("collided.held", { day: day(theirDay) }), kind: "warn" });
    return;
  }
  const mine = batch.changes.find((one) => one.week === cells[0]?.week && one.project === cells[0]?.project) ?? batch.changes[0];
  note(at, {
    text: T("collided", { n: cells.length || 1, now: said(theirs), mine: mine.text ?? said(mine.set) }),
    kind: "warn",
    actions: [{ label: T("collided.mine"), run: () => insist(batch, cells), primary: true }],
  });
}

/**
 * Settled time over the line needs a reason; the last one is offered again. @param {any} problem @param {Batch} batch
 * @returns {Promise<string | null>} null when the change is given up
 */
export function askReason(problem, batch) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("reason-dialog"));
  const input = /** @type {HTMLTextAreaElement} */ (dialog.querySelector("textarea"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector(".over-weeks"));
  const over = Array.isArray(problem.weeks) ? problem.weeks : batch.changes;
  list.textContent = over.slice(0, 4).map(weekName).join(" · ") + (over.length > 4 ? T("and.more", { n: over.length - 4 }) : "");
  input.value = lastReason;
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
  return new Promise((then) => {
    dialog.onclose = () => {
      const reason = input.value.trim();
      if (dialog.returnValue !== "save" || !reason) return then(null);
      lastReason = reason;
      then(reason);
    };
  });
}

/** @param {{person: string, week: string}} week */
const weekName = ({ person, week }) => {
  const row = byPeople ? rowOf(person) : null;
  const place = row ? { tr: row, c: weeks.indexOf(week) } : null;
  return `${place ? nameOf(place.tr) + ", " : ""}${T("week.short", { week: Number(week.slice(6)) })}`;
};
