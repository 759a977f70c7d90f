// @ts-check
// What a cell is made of, on hover or focus, and what can be done with held time there; and what people said about it.
import { address, board, byPeople, call, cellOf, fragment, isLine, keyOf, placeOf, placeOfKey, rowOf, weeks } from "./grid.js";
import { editing, title } from "./edit.js";
import { decides, holdActs } from "./holds.js";
import { onChange } from "./plan.js";
import { hush, isSaying, note, T } from "./say.js";
import * as selection from "./selection.js";

/** @typedef {import("./grid.js").Place} Place */

const patience = 550;
// So long a card with buttons waits for the mouse to come over to it.
const grace = 350;
let timer = 0;
let leaving = 0;
/** @type {Map<string, string>} */
const known = new Map();
onChange(() => known.clear());
export const forget = () => known.clear();

/** @param {Place} place */
const worthTelling = (place) => {
  const cell = cellOf(place);
  return place.c >= 0 && !place.tr.classList.contains("add") && (cell.textContent !== "" || cell.classList.contains("says"));
};

/** @param {Place} place */
function addressOf(place) {
  const week = weeks[place.c];
  if (!isLine(place.tr)) return address("/load/week", { row: place.tr.dataset.id ?? "", week });
  const { person, project } = keyOf(place);
  return address("/load/booking", { person, project, week });
}

/** @param {Place} place @returns {Promise<HTMLElement | undefined>} */
export async function showDetails(place) {
  if (!worthTelling(place) || isBusy()) return;
  const url = addressOf(place);
  const html = known.get(url) ?? (await fragment(url));
  const cell = cellOf(place);
  if (!html || isBusy() || !cell?.isConnected) return;
  known.set(url, html);
  const holder = document.createElement("div");
  holder.innerHTML = html;
  // Where the mouse only passes by, a card is not in the way of the cells below it.
  const acts = decides(place) && isCurrent(cell);
  const box = note(cell, { nodes: acts ? [holder, holdActs(place, backTo)] : [holder], quiet: true });
  box.dataset.details = "true";
  if (acts) openToActs(box, title(place));
  else box.setAttribute("role", "tooltip");
  return box;
}

/** Something is said or done that a card would be in the way of. */
const isBusy = () => editing() !== null || isSaying() || document.querySelector(".aside[data-acts]")?.contains(document.activeElement);

/** @param {HTMLElement} cell */
const isCurrent = (cell) => {
  const at = selection.current();
  return at !== null && cellOf(at) === cell;
};

/** The card goes, and the keys are on the board again. */
function backTo() {
  hush();
  const at = selection.current();
  if (at) cellOf(at).focus({ preventScroll: true });
}

/** @param {HTMLElement} box @param {string} name */
function openToActs(box, name) {
  box.dataset.acts = "true";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", name);
  box.onpointerenter = () => window.clearTimeout(leaving);
  box.onpointerleave = drift;
  box.onkeydown = (e) => {
    if (e.key !== "Escape" || e.defaultPrevented) return;
    e.stopPropagation();
    backTo();
  };
  box.onfocusout = (e) => {
    if (e.relatedTarget instanceof Node && !box.contains(e.relatedTarget) && box.isConnected) leave();
  };
}

/** What can be done with held time, by the keys. @param {Place} place */
export async function decide(place) {
  if (!decides(place)) return note(cellOf(place), { text: T("hold.nothing") });
  leave();
  hush();
  const box = await showDetails(place);
  box?.querySelector("button")?.focus();
}

/** @param {Place | null} place */
function soon(place) {
  window.clearTimeout(timer);
  if (place && worthTelling(place)) timer = window.setTimeout(() => void showDetails(place), patience);
}

const leave = () => {
  window.clearTimeout(timer);
  window.clearTimeout(leaving);
  if (!isSaying()) hush();
};

/** The mouse goes away, perhaps to the buttons of the card. */
function drift() {
  window.clearTimeout(timer);
  window.clearTimeout(leaving);
  const card = document.querySelector(".aside[data-acts]");
  if (!card) leave();
  else if (!card.contains(document.activeElement)) leaving = window.setTimeout(leave, grace);
}

/** @type {Element | null} */
let over = null;
board.addEventListener("pointerover", (e) => {
  if (e.pointerType !== "mouse" || !(e.target instanceof Element)) return;
  const cell = e.target.closest("td");
  if (cell === over) return;
  over = cell;
  drift();
  if (e.buttons === 0) soon(placeOf(cell));
});
board.addEventListener("pointerleave", drift);
board.addEventListener("pointerdown", leave);
/** The cell whose card was sent away; it is not shown again by itself. @type {Element | null} */
let dismissed = null;
board.addEventListener("keydown", (e) => {
  leave();
  if (e.key === "Escape") dismissed = document.activeElement;
});
selection.onMove(() => {
  leave();
  const place = selection.current();
  if (place && cellOf(place) === dismissed) return;
  dismissed = null;
  // Beside a line's cell there is nothing new to say, unless it carries a mark.
  if (place && (!isLine(place.tr) || cellOf(place).matches(".says, .why, .tent, .both"))) soon(place);
});

/** @typedef {{id: string, by: {id: string, name: string} | string, at: string, text: string, mayRemove?: boolean, project?: string | null}} Comment */

/** @type {Map<string, string>} */
const drafts = new Map();

/** Opens the comments of a cell. @param {Place} place */
export async function comment(place) {
  if (place.c < 0 || (!byPeople && !isLine(place.tr))) return;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("comment-dialog"));
  const input = /** @type {HTMLTextAreaElement} */ (dialog.querySelector("textarea"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ul"));
  const key = isLine(place.tr) ? keyOf(place) : { person: place.tr.dataset.id ?? "", project: null, week: weeks[place.c] };
  /** @type {HTMLElement} */ (dialog.querySelector("h2 + p")).textContent = title(place);
  // What was typed and not said waits for the next look at the same cell.
  const cell = JSON.stringify(key);
  input.value = drafts.get(cell) ?? "";
  list.replaceChildren();
  dialog.returnValue = "";
  input.onkeydown = (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) dialog.close("save");
  };
  dialog.onclose = () => {
    const text = input.value.trim();
    drafts.delete(cell);
    if (dialog.returnValue === "save" && text) void say(place, key, text);
    else if (text) drafts.set(cell, input.value);
    selection.again(true);
  };
  dialog.showModal();
  await showComments(list, key);
}

/** @param {HTMLElement} list @param {{person: string, project: string | null, week: string}} key */
async function showComments(list, key) {
  const answer = await call("GET", `/comments?person=${key.person}&week=${key.week}`).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  /** @type {Comment[]} */
  const comments = (Array.isArray(told) ? told : (told.items ?? [])).filter((/** @type {Comment} */ one) => key.project === null || (one.project ?? null) === key.project || !one.project);
  list.replaceChildren(...comments.map((one) => item(one, list, key)));
}

/** @param {Comment} one @param {HTMLElement} list @param {{person: string, project: string | null, week: string}} key */
function item(one, list, key) {
  const li = document.createElement("li");
  const who = document.createElement("small");
  const name = typeof one.by === "string" ? one.by : one.by.name;
  who.textContent = `${name} · ${new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(one.at))}`;
  const text = document.createElement("p");
  text.textContent = one.text;
  li.append(who, text);
  if (one.mayRemove) {
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "btn plain";
    remove.textContent = T("comment.remove");
    remove.onclick = async () => {
      const answer = await call("DELETE", `/comments/${one.id}`);
      if (answer.ok) li.replaceChildren(undoRemoval(one, list, key));
    };
    li.append(remove);
  }
  return li;
}

/** @param {Comment} one @param {HTMLElement} list @param {{person: string, project: string | null, week: string}} key */
function undoRemoval(one, list, key) {
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn";
  back.textContent = T("comment.back");
  back.onclick = async () => {
    await call("POST", "/comments", { person: key.person, project: one.project ?? null, week: key.week, text: one.text });
    await showComments(list, key);
  };
  return back;
}

/** @param {Place} place @param {{person: string, project: string | null, week: string}} key @param {string} text */
async function say(place, key, text) {
  const answer = await call("POST", "/comments", { ...key, text }).catch(() => null);
  if (answer?.ok) {
    const line = key.project ? placeOfKey({ ...key, project: key.project }) : null;
    if (line) cellOf(line).classList.add("says");
    rowOf(key.person)?.cells[place.c + 1].classList.add("says");
    forget();
    return;
  }
  const problem = await answer?.json().catch(() => null);
  note(cellOf(place), { text: `${problem?.title ?? T("failed")} ${T("typed", { text })}`, kind: "bad" });
}

board.addEventListener("board:comment", (e) => {
  const place = placeOf(e.target);
  if (place) void comment(place);
});

