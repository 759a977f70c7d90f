// @ts-check
// Many at once: what colleagues change, and where they are.
import { board, call, cellOf, indexOf, isLine, keyOf, placeOfKey, planned, rowOf, textKey, weeks, byPeople } from "./grid.js";
import { changedUnder, isEditing } from "./edit.js";
import { freshen, isOpen } from "./lines.js";
import { flash, paintLine, paintMarks, paintWeek } from "./paint.js";
import { isPending, ours, tellChange } from "./plan.js";
import { banner, page, T, toSignIn } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {{by: {id: string, name: string} | null, batch: string, cells: import("./plan.js").Done[], weeks: import("./paint.js").PersonWeek[]}} News */
/** @typedef {{id: string, name: string, initials: string, colour: number, cell: string | null}} Peer */

let stream = "";
/** @type {EventSource | null} */
let source = null;
/** The last fact that this board was told of. */
let seen = board.dataset.lastFact ?? "0";
/** How often the stream was lost since it last came. */
let losses = 0;
let waiting = 0;

/** @param {MessageEvent} e */
function onPlan(e) {
  /** @type {News} */
  const news = JSON.parse(e.data);
  if (ours.has(news.batch)) return;
  const who = news.by?.id === page.me ? "" : (news.by?.name ?? T("the.clock"));
  /** @type {Set<string>} */
  const stale = new Set();
  for (const week of news.weeks ?? []) {
    paintWeek(week);
    const row = rowOf(week.person);
    const c = weeks.indexOf(week.week);
    if (row && c >= 0 && who) flash({ tr: row, c }, T("changed.by", { name: who }));
  }
  for (const cell of news.cells ?? []) if (!onCell(cell, who)) stale.add(byPeople ? cell.person : cell.project);
  for (const id of [...stale]) if (!isOpenRow(id)) stale.delete(id);
  tellChange();
  if (stale.size > 0) void freshen([...stale]);
}

/** @param {string} id */
const isOpenRow = (id) => {
  const row = rowOf(id);
  return row !== null && isOpen(row);
};

/** @param {import("./plan.js").Done} cell @param {string} who @returns {boolean} false when the line is not there yet */
function onCell(cell, who) {
  const place = placeOfKey(cell);
  if (!place) return !weeks.includes(cell.week);
  // A change of hers is on its way: the server will tell the two apart.
  if (isPending(cell)) return true;
  if (isEditing(place)) {
    const now = planned(place);
    if (now.confirmed !== cell.now.confirmed || now.tentative !== cell.now.tentative) changedUnder(who || T("you.elsewhere"), cell.now);
    keepUnder(place, cell.now);
    return true;
  }
  paintLine(place, cell.now);
  paintMarks(place, cell.holdUntil, cell.reason);
  if (who) flash(place, T("changed.by", { name: who }));
  return true;
}

/** The cell below the open field gets its new minutes, the field stays. @param {import("./grid.js").Place} place @param {import("./grid.js").Planned} now */
function keepUnder(place, now) {
  const td = cellOf(place);
  td.dataset.c = String(now.confirmed);
  td.dataset.t = String(now.tentative);
}

/** @param {MessageEvent} e */
function onHere(e) {
  /** @type {Peer[]} */
  const peers = JSON.parse(e.data);
  const others = peers.filter((peer) => peer.id !== page.me);
  const list = document.getElementById("board-here");
  if (list) list.replaceChildren(...others.filter((peer, i) => others.findIndex((one) => one.id === peer.id) === i).slice(0, 6).map(avatar));
  for (const cell of board.querySelectorAll(".peer")) {
    cell.classList.remove("peer");
    cell.removeAttribute("title");
  }
  for (const peer of others) outline(peer);
}

/** @param {Peer} peer */
function avatar(peer) {
  const span = document.createElement("span");
  span.className = `avatar hue-${peer.colour}`;
  span.textContent = peer.initials;
  span.title = T("looks.too", { name: peer.name });
  span.setAttribute("role", "img");
  span.setAttribute("aria-label", span.title);
  return span;
}

/** @param {Peer} peer */
function outline(peer) {
  const [person, project, week] = (peer.cell ?? "").split("|");
  if (!week) return;
  const c = weeks.indexOf(week);
  const row = project ? null : rowOf(person);
  const place = project ? placeOfKey({ person, project, week }) : row && c >= 0 ? { tr: row, c } : null;
  if (!place) return;
  const cell = cellOf(place);
  cell.classList.add("peer");
  cell.style.setProperty("--peer", `var(--hue-${peer.colour})`);
  cell.title = T("is.here", { name: peer.name });
}

let saidAt = "";
let saying = 0;
/** Tells where I am, when the keys are still. */
function sayWhere() {
  window.clearTimeout(saying);
  saying = window.setTimeout(() => {
    const place = selection.current();
    if (!place || !stream || place.c < 0 || indexOf(place.tr) < 0) return;
    const cell = isLine(place.tr) ? textKey(keyOf(place)) : byPeople ? `${place.tr.dataset.id}||${weeks[place.c]}` : null;
    if (!cell || cell === saidAt) return;
    saidAt = cell;
    void call("POST", "/load/here", { stream, cell }).catch(() => {});
  }, 250);
}

function connect() {
  window.clearTimeout(waiting);
  source?.close();
  const query = new URLSearchParams(location.search);
  query.set("from", board.dataset.from ?? "");
  query.set("weeks", board.dataset.weeks ?? "8");
  query.set("after", seen);
  source = new EventSource(`/load/live?${query}`);
  source.onopen = () => {
    losses = 0;
    banner("live", null);
  };
  source.onerror = () => void onLost();
  hear("plan", onPlan);
  hear("here", onHere);
  hear("hello", (e) => {
    stream = JSON.parse(e.data).stream;
    saidAt = "";
    sayWhere();
  });
  hear("people", (e) => {
    const told = JSON.parse(e.data);
    tellChange();
    void freshen(told.ids);
  });
}

/** @param {string} name @param {(e: MessageEvent) => void} listener */
function hear(name, listener) {
  source?.addEventListener(name, (e) => {
    if (e.lastEventId) seen = e.lastEventId;
    listener(e);
  });
}

/** The browser tries again by itself, unless the answer was no stream: a proxy without its server, or nobody is signed in. */
async function onLost() {
  losses++;
  const retry = { label: T("offline.retry"), run: connect };
  if (!isOver()) return void (losses > 1 && banner("live", T("live.lost"), retry));
  const form = await fetch("/form", { headers: { accept: "application/json" } }).catch(() => null);
  if (!isOver()) return;
  if (form?.status === 401) banner("live", T("live.signed.out"), toSignIn);
  else banner("live", T("live.lost"), retry);
  waiting = window.setTimeout(connect, Math.min(30000, 500 * 2 ** losses));
}

const isOver = () => source?.readyState === EventSource.CLOSED;

export function listen() {
  connect();
  selection.onMove(sayWhere);
  window.addEventListener("focus", () => isOver() && connect());
  window.addEventListener("pageshow", (e) => e.persisted && connect());
  window.addEventListener("pagehide", () => {
    window.clearTimeout(waiting);
    source?.close();
  });
}
