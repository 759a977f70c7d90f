// @ts-check
// The way of a change: echo at once, one call after the other, the server confirms or explains and the cell is put back.
import { board, call, cellOf, indexOf, inHours, keyOf, nominal, placeOfKey, planned, textKey } from "./grid.js";
import { echo, paintLine, paintMarks, paintWeek } from "./paint.js";
import * as refused from "./refused.js";
import { banner, T, toSignIn } from "./say.js";

/** @typedef {import("./grid.js").Planned} Planned */
/** @typedef {import("./grid.js").Key} Key */
/** @typedef {Key & {text?: string, set?: Planned, was: Planned | null, holdUntil?: string | null, wasHoldUntil?: string | null}} Change */
/** @typedef {Key & {was: Planned, now: Planned, holdUntil?: string | null, wasHoldUntil?: string | null, reason?: string | null, text?: string}} Done */
/** @typedef {{kind: "edit" | "undo" | "redo", back: string | null, changes: Change[], expected: (Planned | null)[], holds: (string | null)[], reason: string | null, moves: boolean, tries: number, then: (done: Done[] | null) => void}} Batch */

/** @type {Batch[]} */
const queue = [];
let sending = false;
/** @type {(() => void)[]} */
const changed = [];
/** @type {((batch: Batch, done: Done[], number: string) => void)[]} */
const kept = [];
/** Batches of this page, so that its own news is not told to it. @type {Set<string>} */
export const ours = new Set();

/** Tells that figures elsewhere may be old. @param {() => void} listener */
export const onChange = (listener) => void changed.push(listener);
export const tellChange = () => changed.forEach((listener) => listener());
/** Tells what the server has kept, and under which number. @param {(batch: Batch, done: Done[], number: string) => void} listener */
export const onKept = (listener) => void kept.push(listener);

/** Whether a change of this cell is still on its way. @param {Key} key */
export const isPending = (key) => queue.some((batch) => batch.changes.some((change) => textKey(change) === textKey(key)));

/** @type {(() => void)[]} */
const resting = [];
/** When all that was sent is answered. @returns {Promise<void>} */
export const rest = () => (queue.length === 0 ? Promise.resolve() : new Promise((then) => void resting.push(then)));

/**
 * What is typed into a place. @param {import("./grid.js").Place} place @param {{text?: string, set?: Planned, holdUntil?: string | null}} what
 * @returns {Change}
 */
export const change = (place, what) => ({ ...keyOf(place), ...what, was: planned(place) });

/** What a cell that is not in view holds. @param {Key} key @returns {Promise<Planned | null>} */
export async function standing({ person, project, week }) {
  const answer = await call("GET", `/cell?person=${person}&project=${project}&week=${week}`).catch(() => null);
  if (!answer?.ok) return null;
  const told = await answer.json();
  const minutes = (/** @type {string} */ certainty) => told.bookings.find((/** @type {any} */ one) => one.certainty === certainty)?.minutes ?? 0;
  return { confirmed: minutes("confirmed"), tentative: minutes("tentative") };
}

/**
 * Sends changes as one step: all or nothing. @param {Change[]} changes
 * @param {{kind?: Batch["kind"], back?: string | null, reason?: string | null, moves?: boolean, read: (text: string, nominal: number | undefined, now: Planned) => Planned | null}} how
 * @returns {Promise<Done[] | null>} what was kept, or null when it was refused
 */
export function submit(changes, { kind = "edit", back = null, reason = null, moves = false, read }) {
  if (changes.length === 0) return Promise.resolve(null);
  return new Promise((then) => {
    /** @type {Batch} */
    const batch = { kind, back, changes, expected: [], holds: [], reason, moves, tries: 0, then };
    for (const one of changes) {
      const place = placeOfKey(one);
      const now = one.set ?? (one.was && read(one.text ?? "", place ? nominal(place) : undefined, one.was));
      batch.expected.push(now ?? null);
      batch.holds.push(place ? (cellOf(place).dataset.h ?? null) : null);
      if (place) echo(place, now ?? null, one.text ?? "");
    }
    queue.push(batch);
    void next();
  });
}

async function next() {
  if (sending || queue.length === 0) return;
  sending = true;
  while (queue.length > 0) if (!(await send(queue[0]))) break;
  sending = false;
  if (queue.length === 0) for (const then of resting.splice(0)) then();
}

/** @param {Batch} batch @returns {Promise<boolean>} false when it has to wait */
async function send(batch) {
  const unit = inHours ? "hours" : "percent";
  const body = {
    unit,
    reason: batch.reason,
    moves: batch.moves,
    changes: batch.changes.map(({ was, ...rest }) => ({ ...rest, was: was ?? { confirmed: 0, tentative: 0 } })),
  };
  let answer;
  try {
    // What is taken back is known to the server, with its owners and reasons.
    answer = batch.back ? await call("POST", "/undo", { batch: batch.back, unit }) : await call("POST", "/changes", body);
  } catch {
    return later(batch);
  }
  if (answer.status === 502 || answer.status === 503 || answer.status === 504) return later(batch);
  banner("plan", null);
  if (answer.status === 401 || answer.redirected) return stop("signed.out");
  const told = await answer.json().catch(() => ({}));
  // Somebody else is signed in by now: what was typed here is not hers to send.
  if (told.code === "form-is-stale") return stop("not.you");
  if (answer.ok) accept(batch, told);
  else await deny(batch, told);
  return true;
}

/** @param {Batch} batch @param {{batch: string, cells: Done[], weeks: import("./paint.js").PersonWeek[], lastFact?: number}} told */
function accept(batch, told) {
  queue.shift();
  ours.add(told.batch);
  for (const done of told.cells) {
    follow(done, done.now, done.holdUntil);
    const place = placeOfKey(done);
    if (!place || isPending(done)) continue;
    cellOf(place).classList.remove("saves", "failed");
    paintLine(place, done.now);
    paintMarks(place, done.holdUntil, done.reason);
  }
  for (const week of told.weeks ?? []) paintWeek(week);
  const unseen = told.cells.filter((done) => !placeOfKey(done));
  if (unseen.length > 0) stale(unseen);
  for (const one of batch.changes) if (!isPending(one)) unmark(one);
  for (const listener of kept) listener(batch, told.cells, told.batch);
  batch.then(told.cells);
  tellChange();
}

/** What waits to be sent is made from what the cell holds now. @param {Key} key @param {Planned} now @param {string | null | undefined} until */
function follow(key, now, until) {
  for (const waiting of queue)
    for (const one of waiting.changes) {
      if (textKey(one) !== textKey(key)) continue;
      one.was = now;
      if (one.wasHoldUntil) one.wasHoldUntil = until ?? null;
    }
}

/** @param {Batch} batch @param {any} problem */
async function deny(batch, problem) {
  if (problem.code === "cell-changed-meanwhile" && batch.tries > 0 && cameThrough(batch, problem.cells)) {
    // The answer to the first try was lost on the way, the change was not.
    accept(batch, { batch: "", cells: batch.changes.map((one, i) => ({ ...one, was: one.was ?? none, now: batch.expected[i] ?? none, holdUntil: one.holdUntil ?? batch.holds[i], wasHoldUntil: batch.holds[i] })), weeks: [] });
    return;
  }
  if (problem.code === "over-the-line-needs-reason" && batch.reason === null) {
    const reason = await refused.askReason(problem, batch);
    if (reason !== null) {
      batch.reason = reason;
      return;
    }
  }
  queue.shift();
  putBack(batch, problem);
  if (problem.code !== "over-the-line-needs-reason") refused.explain(batch, problem);
  batch.then(null);
}

const none = { confirmed: 0, tentative: 0 };

/** @param {Batch} batch @param {any[]} cells */
const cameThrough = (batch, cells = []) =>
  batch.changes.every((one, i) => {
    const told = cells.find((cell) => textKey(cell) === textKey(one));
    const now = currentOf(told);
    const meant = batch.expected[i];
    if (one.holdUntil && told?.holdUntil !== one.holdUntil) return false;
    return now && meant && now.confirmed === meant.confirmed && now.tentative === meant.tentative;
  });

/** What a refusal says a cell holds now. @param {any} cell @returns {Planned | null} */
export const currentOf = (cell) => cell?.now ?? cell?.current ?? (cell && "confirmed" in cell ? { confirmed: cell.confirmed, tentative: cell.tentative } : null);

/** @param {Batch} batch @param {any} problem */
function putBack(batch, problem) {
  for (const one of batch.changes) {
    const told = (problem.cells ?? []).find((/** @type {Key} */ cell) => textKey(cell) === textKey(one));
    const now = currentOf(told) ?? one.was ?? none;
    const place = placeOfKey(one);
    const until = told ? told.holdUntil : batch.holds[batch.changes.indexOf(one)];
    follow(one, now, until);
    if (!place || isPending(one)) continue;
    echo(place, now, "");
    unmark(one);
    paintMarks(place, until, cellOf(place).classList.contains("why") ? "kept" : null);
  }
  if (problem.code === "cell-changed-meanwhile") stale(batch.changes);
}

/** Rows of these cells show something old, or lack a line. @param {Key[]} keys */
const stale = (keys) => board.dispatchEvent(new CustomEvent("board:stale", { detail: keys.map((one) => one.person) }));

/** @param {Key} key */
function unmark(key) {
  const place = placeOfKey(key);
  if (place && indexOf(place.tr) >= 0) cellOf(place).classList.remove("saves");
}

/** @param {Batch} batch */
function later(batch) {
  batch.tries++;
  const n = queue.reduce((sum, one) => sum + one.changes.length, 0);
  banner("plan", T("offline", { n }), { label: T("offline.retry"), run: () => void next() });
  window.setTimeout(() => void next(), Math.min(15000, 500 * 2 ** batch.tries));
  return false;
}

/** @param {string} why */
function stop(why) {
  banner("plan", T(why, { n: queue.length }), toSignIn);
  return false;
}

window.addEventListener("online", () => void next());
window.addEventListener("focus", () => void next());
window.addEventListener("beforeunload", (e) => {
  if (queue.length > 0) e.preventDefault();
});
