// @ts-check
// Draws cells: from what the server says, and at once from what was typed.
import { board, byPeople, cellOf, inHours, nominal, ownerOf, placeOfKey, planned, rowOf, weeks } from "./grid.js";
import { hours, T } from "./say.js";
import { label } from "./selection.js";

/** @typedef {import("./grid.js").Place} Place */
/** @typedef {import("./grid.js").Planned} Planned */
/** @typedef {{load: number | null, away: number, confirmed: number, tentative: number, internal: number}} Shares */
/** @typedef {{minutes: number, percent: number | null}} Share */
/** @typedef {{project: string, confirmed?: Share | null, tentative?: Share | null, holdUntil?: string | null}} Part */
/** @typedef {{person: string, week: string, nominal: number, away: number, confirmed: number, tentative: number, internal: number, percent: Shares | null, parts?: Part[]}} PersonWeek */

/** @param {number} minutes @param {number | null | undefined} percent */
function figure(minutes, percent) {
  if (inHours) return hours(minutes);
  return percent === null || percent === undefined ? T("hours", { hours: hours(minutes) }) : String(percent);
}

/**
 * A line's cell. The minutes stay with it, so that the next change can say what it was made from.
 * @param {Place} place @param {Planned} now
 * @param {{confirmed?: number | null, tentative?: number | null}} [percent] as the server divided it
 */
export function paintLine(place, now, percent) {
  const td = cellOf(place);
  const whole = nominal(place);
  const share = (/** @type {number} */ minutes) => (whole ? Math.round((minutes * 100) / whole) : null);
  const texts = [];
  if (now.confirmed) texts.push(figure(now.confirmed, percent?.confirmed ?? share(now.confirmed)));
  if (now.tentative) texts.push(figure(now.tentative, percent?.tentative ?? share(now.tentative)));
  td.textContent = texts.join(" + ");
  td.classList.toggle("tent", now.tentative > 0 && now.confirmed === 0);
  td.classList.toggle("both", now.tentative > 0 && now.confirmed > 0);
  keep(td, "c", now.confirmed);
  keep(td, "t", now.tentative);
  renameCell(td);
}

/** A cell that the keys have been at is called by what it holds now. @param {HTMLTableCellElement} td */
function renameCell(td) {
  const tr = td.parentElement;
  if (tr instanceof HTMLTableRowElement && td.hasAttribute("aria-label")) label({ tr, c: td.cellIndex - 1 });
}

/** @param {HTMLElement} td @param {string} name @param {number} minutes */
function keep(td, name, minutes) {
  if (minutes) td.dataset[name] = String(minutes);
  else delete td.dataset[name];
}

/** @param {Place} place @param {string | null | undefined} until @param {string | null | undefined} reason */
export function paintMarks(place, until, reason) {
  const td = cellOf(place);
  if (until) td.dataset.h = until;
  else delete td.dataset.h;
  td.classList.toggle("why", Boolean(reason));
  renameCell(td);
}

/** The tank of a person's week. @param {PersonWeek} week */
export function paintWeek(week) {
  if (!byPeople) return;
  const row = rowOf(week.person);
  const c = weeks.indexOf(week.week);
  if (!row || c < 0) return;
  const taken = week.away + week.confirmed + week.tentative + week.internal;
  const p = week.percent;
  const sum = p?.load ?? null;
  tank(row.cells[c + 1], sum === null ? null : [p?.away ?? 0, p?.internal ?? 0, p?.confirmed ?? 0, p?.tentative ?? 0], taken, week.nominal);
  for (const part of week.parts ?? []) {
    const place = placeOfKey({ person: week.person, project: part.project, week: week.week });
    // What is on its way, or being typed, is left alone.
    if (!place || cellOf(place).matches(".saves, :has(input)")) continue;
    const now = { confirmed: part.confirmed?.minutes ?? 0, tentative: part.tentative?.minutes ?? 0 };
    paintLine(place, now, { confirmed: part.confirmed?.percent, tentative: part.tentative?.percent });
  }
}

/**
 * @param {HTMLTableCellElement} td @param {number[] | null} shares away, internal, confirmed, tentative; none without nominal time
 * @param {number} taken @param {number} whole
 */
function tank(td, shares, taken, whole) {
  const percent = shares?.reduce((sum, share) => sum + share, 0) ?? 0;
  ["--a", "--n", "--c", "--t"].forEach((name, i) => td.style.setProperty(name, String(shares?.[i] ?? 0)));
  td.classList.toggle("none", !shares);
  td.classList.toggle("over", taken > whole);
  td.classList.toggle("low", shares !== null && percent < 60);
  td.textContent = shares ? (inHours ? hours(taken) : String(percent)) : taken ? figure(taken, null) : "";
  if (!shares || String(whole) !== td.parentElement?.dataset.n) td.dataset.n = String(whole);
  renameCell(td);
}

/**
 * The echo of a change that is on its way: the cell, and the tank above it.
 * @param {Place} place @param {Planned | null} now what it will be, when that can be told @param {string} text what was typed
 */
export function echo(place, now, text) {
  const td = cellOf(place);
  td.classList.add("saves");
  if (!now) {
    td.textContent = text;
    return;
  }
  const before = planned(place);
  paintLine(place, now);
  td.classList.add("saves");
  if (byPeople) echoTank(place, now.confirmed - before.confirmed, now.tentative - before.tentative);
}

/** @param {Place} place @param {number} confirmed @param {number} tentative */
function echoTank(place, confirmed, tentative) {
  const whole = nominal(place);
  const row = ownerOf(place.tr);
  if (!whole || !row) return;
  const td = row.cells[place.c + 1];
  const own = place.tr.classList.contains("internal") ? "--n" : "--c";
  const shares = ["--a", "--n", "--c", "--t"].map((name) => Number(td.style.getPropertyValue(name)) || 0);
  const add = (/** @type {string} */ name, /** @type {number} */ minutes) => {
    const i = ["--a", "--n", "--c", "--t"].indexOf(name);
    shares[i] = Math.max(0, shares[i] + Math.round((minutes * 100) / whole));
  };
  add(own, confirmed);
  add("--t", tentative);
  const percent = shares.reduce((sum, share) => sum + share, 0);
  tank(td, shares, Math.round((percent * whole) / 100), whole);
}

/** @param {Place} place @param {string} [name] who changed it */
export function flash(place, name) {
  const td = cellOf(place);
  td.classList.remove("flash");
  void td.offsetWidth;
  td.classList.add("flash");
  if (name) td.title = name;
}

board.addEventListener("animationend", (e) => {
  if (e.target instanceof HTMLElement) e.target.classList.remove("flash");
});
