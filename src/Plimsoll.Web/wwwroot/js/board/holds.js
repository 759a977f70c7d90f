// @ts-check
// Held time: confirm it, let it stand until another day, give it back, hand it to another project. Steps like any other edit.
import { board, cellOf, isEditable, keyOf, placeOf, placeOfKey, planned } from "./grid.js";
import { send } from "./edit.js";
import { standing } from "./plan.js";
import { announce, day, note, T } from "./say.js";

/** @typedef {import("./grid.js").Place} Place */
/** @typedef {import("./combobox.js").Choice} Choice */

/** Whether there is held time that is hers to decide. @param {Place} place */
export const decides = (place) => isEditable(place) && planned(place).tentative > 0 && cellOf(place).dataset.h !== undefined;

/**
 * What can be done with the held time of a place, as she sees it now. @param {Place} place
 * @param {() => void} leave called before something is done
 */
export function holdActs(place, leave) {
  const seen = { ...keyOf(place), was: planned(place), wasHoldUntil: cellOf(place).dataset.h ?? "" };
  const { confirmed, tentative } = seen.was;
  const act = (/** @type {() => unknown} */ what) => () => (leave(), void what());

  const box = document.createElement("div");
  box.className = "hold-acts";
  const row = document.createElement("div");
  row.className = "actions";
  const confirm = button(T("hold.confirm"), act(() => send([{ ...seen, set: { confirmed: confirmed + tentative, tentative: 0 } }])));
  confirm.classList.add("primary");
  const release = button(T("hold.release"), act(() => send([{ ...seen, set: { confirmed, tentative: 0 } }])));
  const handOver = button(T("hold.hand-over"), () => chooseProject(row, seen.project, (to) => (to ? act(() => give(seen, to))() : handOver.focus())));
  row.append(confirm, release, handOver);

  const until = document.createElement("input");
  until.type = "date";
  until.value = seen.wasHoldUntil;
  until.max = sunday(seen.week);
  until.required = true;
  const extend = button(T("hold.extend"), () => {
    if (until.value === seen.wasHoldUntil || !until.reportValidity()) return until.focus();
    const to = until.value;
    act(async () => (await send([{ ...seen, set: seen.was, holdUntil: to }])) && announce(T("held", { day: day(to) })))();
  });
  until.onkeydown = (e) => {
    if (e.key !== "Enter") return;
    e.preventDefault();
    extend.click();
  };
  const label = document.createElement("label");
  label.append(T("hold.until"), until);
  const line = document.createElement("div");
  line.className = "actions";
  line.append(label, extend);
  box.append(row, line);
  return box;
}

/** @param {string} text @param {() => void} run */
function button(text, run) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "btn";
  one.textContent = text;
  one.onclick = run;
  return one;
}

/** @type {Choice[] | null} */
let projects = null;

/** @param {HTMLElement} holder @param {string} own @param {(to: Choice | null) => void} done */
async function chooseProject(holder, own, done) {
  projects ??= await fetch("/load/choices?of=projects").then((answer) => (answer.ok ? answer.json() : null));
  const { combobox } = await import("./combobox.js");
  combobox(holder, (projects ?? []).filter((one) => one.id !== own), T("hold.hand-over.to"), done);
}

/** @typedef {import("./grid.js").Key & {was: import("./grid.js").Planned, wasHoldUntil: string}} Seen */

/** The time joins what is planned there; its day goes with it, where nothing is held yet. @param {Seen} seen @param {Choice} to */
async function give(seen, to) {
  const key = { person: seen.person, project: to.id, week: seen.week };
  const there = placeOfKey(key);
  const was = there ? planned(there) : await standing(key);
  const from = placeOfKey(seen);
  if (!was) return note(from && cellOf(from), { text: T("failed"), kind: "bad" });
  const taken = { confirmed: was.confirmed, tentative: was.tentative + seen.was.tentative };
  const given = { confirmed: seen.was.confirmed, tentative: 0 };
  const day = was.tentative > 0 ? {} : { holdUntil: seen.wasHoldUntil };
  const kept = await send([{ ...seen, set: given }, { ...key, was, set: taken, ...day }], { moves: true });
  if (kept) announce(T("hold.handed", { name: to.name }));
}

/** The last day of a week: a hold ends within its week. @param {string} week */
function sunday(week) {
  const [year, number] = week.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const days = (number - 1) * 7 + 6 - ((fourth.getUTCDay() + 6) % 7);
  return new Date(fourth.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

// On a phone the sheet of a cell has a place for them.
board.addEventListener("board:sheet", (e) => {
  const place = placeOf(e.target);
  const { holder, close } = /** @type {CustomEvent<{holder: HTMLElement, close: () => void}>} */ (e).detail;
  if (!place || !decides(place)) return;
  const acts = holdActs(place, close);
  // The first thing to press in a sheet is its own "Save".
  acts.querySelector(".primary")?.classList.remove("primary");
  holder.append(acts);
});
