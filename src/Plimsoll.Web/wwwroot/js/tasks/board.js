// @ts-check
// The board: cards are moved with the mouse, the keys or their menu, and follow what others do.
import { announce, call, sentence, T, told } from "./server.js";
import { listen, ours } from "./live.js";

const board = () => /** @type {HTMLElement} */ (document.querySelector("[data-board]"));
const menu = /** @type {HTMLElement} */ (document.querySelector("[data-move-menu]"));

/** @param {Element | EventTarget | null} at @returns {HTMLElement | null} */
const cardOf = (at) => (at instanceof Element ? at.closest("[data-card]") : null);
/** @param {Element | null} at @returns {HTMLElement | null} */
const cellOf = (at) => at?.closest("[data-cell]") ?? null;
/** @param {string} id @returns {HTMLElement | null} */
const cardBy = (id) => board().querySelector(`[data-card="${CSS.escape(id)}"]`);
/** @param {Element} cell @returns {HTMLElement[]} */
const cardsIn = (cell) => [...cell.querySelectorAll(":scope > [data-card]")].map((c) => /** @type {HTMLElement} */ (c));
/** @returns {HTMLElement[]} */
const cells = () => [...board().querySelectorAll("[data-cell]")].map((c) => /** @type {HTMLElement} */ (c));
/** @param {string} state @param {string} lane */
const cellBy = (state, lane) => cells().find((c) => c.dataset.state === state && c.dataset.lane === lane) ?? null;
/** @param {HTMLElement} card */
const titleOf = (card) => card.getAttribute("aria-label") ?? "";
/** @param {string | undefined} state */
const stateWord = (state) => menu.querySelector(`[data-to="${state}"]`)?.textContent ?? "";
/** @param {string | undefined} id */
const isOpen = (id) => !["done", "dropped"].includes(id ?? "");

// ---- Moving

/**
 * What else becomes of a card that goes to another lane; a sentence where nothing can.
 * @param {HTMLElement} card @param {HTMLElement} cell @returns {{set?: object, no?: string}}
 */
function laneChange(card, cell) {
  if (card.dataset.lane === cell.dataset.lane) return {};
  const to = cell.dataset.lane ?? "";
  switch (board().dataset.lanes) {
    case "person":
      return { set: { responsible: to || null } };
    case "project":
      return { set: { project: to } };
    case "priority":
      return { set: { priority: to } };
    case "stream": {
      if (to === "") return { set: { stream: null } };
      const streams = JSON.parse(board().dataset.streams ?? "[]");
      const found = streams.find((/** @type {any} */ s) => s.project === card.dataset.project && s.name === to);
      return found ? { set: { stream: found.stream } } : { no: T("no-such-stream", { stream: to }) };
    }
    default:
      return { no: T("lane-stays") };
  }
}

/** @param {HTMLElement} card @param {HTMLElement} cell @param {HTMLElement | null} before the card that is to stand below it */
async function move(card, cell, before) {
  const from = { cell: cellOf(card), next: card.nextElementSibling, state: card.dataset.state, lane: card.dataset.lane };
  if (from.cell === cell && (before === card || before === card.nextElementSibling)) return;
  const back = (/** @type {string} */ why) => {
    card = cardBy(card.dataset.card ?? "") ?? card;
    from.cell?.insertBefore(card, from.next?.parentElement === from.cell ? from.next : null);
    Object.assign(card.dataset, { state: from.state, lane: from.lane });
    count();
    told(why, { bad: true });
    announce(why);
    focus(card);
  };
  const { set, no } = laneChange(card, cell);
  if (no) return back(no);
  cell.insertBefore(card, before);
  Object.assign(card.dataset, { state: cell.dataset.state, lane: cell.dataset.lane });
  count();
  focus(card);
  const state = cell.dataset.state ?? "";
  const body = {
    state,
    above: isOpen(state) ? neighbour(card.previousElementSibling) : null,
    below: isOpen(state) ? neighbour(card.nextElementSibling) : null,
    ...(set ? { set } : {}),
  };
  const answer = await send(card.dataset.card ?? "", body);
  if (!answer?.ok) {
    back(await sentence(answer));
    if (answer?.status === 412) await refresh([card.dataset.card ?? ""]);
    return;
  }
  const undo = answer.headers.get("plimsoll-undo");
  if (undo) ours.add(undo);
  const { task } = await answer.json();
  if (from.state !== state || set) {
    const said = from.state === state ? T("changed") : T("moved", { state: stateWord(state) });
    told(said, { undo, then: () => void refresh([task.id]) });
    announce(`${titleOf(card)}: ${said}`);
  } else announce(`${titleOf(card)}: ${T("place", { n: cardsIn(cell).indexOf(card) + 1, all: cardsIn(cell).length })}`);
  await refresh([task.id]);
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();
/** Cards whose move is on its way; what the server says of them comes after it. @type {string[]} */
const onTheWay = [];

/** One after another: a card may be moved again while it is on its way. @param {string} id @param {object} body @returns {Promise<Response | null>} */
function send(id, body) {
  onTheWay.push(id);
  const sent = last.then(async () => {
    const answer = await call("POST", `/${id}/state`, body, cardBy(id)?.dataset.version).catch(() => null);
    const card = cardBy(id);
    if (answer?.ok && card) card.dataset.version = (await answer.clone().json()).task.version;
    onTheWay.splice(onTheWay.indexOf(id), 1);
    return answer;
  });
  last = sent;
  return sent;
}

/** @param {Element | null} card */
const neighbour = (card) => (card instanceof HTMLElement ? (card.dataset.card ?? null) : null);

/** One place up or down in its column. @param {HTMLElement} card @param {number} by */
function step(card, by) {
  const cell = cellOf(card);
  if (!cell || !isOpen(cell.dataset.state)) return;
  const all = cardsIn(cell);
  const at = all.indexOf(card) + by;
  if (at < 0 || at >= all.length) return;
  void move(card, cell, by < 0 ? all[at] : /** @type {HTMLElement | null} */ (all[at].nextElementSibling));
}

/** To another state, in its lane, at the end. @param {HTMLElement} card @param {string} state */
function moveTo(card, state) {
  const cell = cellBy(state, card.dataset.lane ?? "");
  if (cell) return move(card, cell, isOpen(state) ? null : (cardsIn(cell)[0] ?? null));
  return away(card, state);
}

/** To a state that has no column here. @param {HTMLElement} card @param {string} state */
async function away(card, state) {
  const answer = await send(card.dataset.card ?? "", { state });
  if (!answer?.ok) return told(await sentence(answer), { bad: true });
  const undo = answer.headers.get("plimsoll-undo");
  if (undo) ours.add(undo);
  const id = card.dataset.card ?? "";
  told(T("moved", { state: stateWord(state) }), { undo, then: () => void refresh([id]) });
  await refresh([id]);
}

/** Into the next column of its lane. @param {HTMLElement} card @param {number} by */
function aside(card, by) {
  const lane = cells().filter((c) => c.dataset.lane === card.dataset.lane);
  const cell = lane[lane.findIndex((c) => c === cellOf(card)) + by];
  if (cell) void moveTo(card, cell.dataset.state ?? "");
}

// ---- What stands in the heads

/** @param {Record<string, number>} [counts] as the server counts; else what is shown */
function count(counts) {
  for (const head of board().querySelectorAll("[data-head]")) {
    const { head: state = "", limit } = /** @type {HTMLElement} */ (head).dataset;
    const n = counts?.[state] ?? cells().reduce((sum, c) => sum + (c.dataset.state === state ? cardsIn(c).length : 0), 0);
    for (const figure of document.querySelectorAll(`[data-count-of="${state}"]`)) figure.textContent = String(n);
    const figure = /** @type {HTMLElement} */ (head.querySelector("[data-figure]"));
    figure.className = limit && n > Number(limit) ? "chip bad" : "hint";
  }
}

// ---- Asked for again

/** @type {Set<string>} */
const stale = new Set();
let whole = false;
let asking = false;

/** @param {string[]} ids */
async function refresh(ids) {
  for (const id of ids) stale.add(id);
  if (asking || drag?.live) return;
  asking = true;
  try {
    while (stale.size > 0 || whole) {
      const wanted = [...stale].slice(0, 100);
      for (const id of wanted) stale.delete(id);
      if (whole) {
        whole = false;
        stale.clear();
        await reload();
      } else await patch(wanted);
    }
  } finally {
    asking = false;
  }
}

/** @param {string[]} ids */
async function patch(ids) {
  const query = new URLSearchParams(location.search);
  query.set("ids", ids.join(","));
  const answer = await fetch(`/tasks/cards?${query}`).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ids) {
    if (onTheWay.includes(id)) continue;
    const old = cardBy(id);
    const now = /** @type {HTMLElement | null} */ (fresh.querySelector(`[data-card="${CSS.escape(id)}"]`));
    if (!now) {
      old?.remove();
      continue;
    }
    const cell = cellBy(now.dataset.state ?? "", now.dataset.lane ?? "");
    if (!cell) {
      whole = true;
      continue;
    }
    const mark = !old || old.dataset.version !== now.dataset.version;
    const hadFocus = old?.contains(document.activeElement);
    old?.remove();
    cell.insertBefore(now, cardsIn(cell).find((c) => isBehind(c, now)) ?? null);
    if (mark) now.classList.add("changed");
    if (hadFocus) focus(now);
  }
  const counts = /** @type {HTMLElement | null} */ (fresh.querySelector("[data-counts]"))?.dataset.counts;
  count(counts ? JSON.parse(counts) : undefined);
}

/** @param {HTMLElement} a @param {HTMLElement} b */
const isBehind = (a, b) => (a.dataset.rank ?? "") > (b.dataset.rank ?? "");

/** The whole board: a lane is new, or something has gone. */
async function reload() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-board]");
  if (!now) return;
  const focused = cardOf(document.activeElement)?.dataset.card;
  const { scrollLeft } = board();
  board().replaceWith(now);
  board().scrollLeft = scrollLeft;
  count();
  const card = focused ? cardBy(focused) : null;
  if (card) focus(card);
}

// ---- With the mouse

/** @typedef {{card: HTMLElement, x: number, y: number, dx: number, dy: number, live: boolean, ghost: HTMLElement | null, gap: HTMLElement | null, scroll: number}} Drag */
/** @type {Drag | null} */
let drag = null;
let justDragged = false;

document.addEventListener("pointerdown", (e) => {
  const card = cardOf(e.target);
  justDragged = false;
  if (!card || e.button !== 0 || e.pointerType !== "mouse" || /** @type {Element} */ (e.target).closest("button")) return;
  const box = card.getBoundingClientRect();
  drag = { card, x: e.clientX, y: e.clientY, dx: e.clientX - box.left, dy: e.clientY - box.top, live: false, ghost: null, gap: null, scroll: 0 };
});

window.addEventListener("pointermove", (e) => {
  if (!drag) return;
  if (e.buttons === 0) return letGo();
  if (!drag.live) {
    if (Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 5) return;
    lift(drag);
  }
  e.preventDefault();
  getSelection()?.removeAllRanges();
  const { ghost, card } = drag;
  if (!ghost) return;
  ghost.style.transform = `translate(${e.clientX - drag.dx}px, ${e.clientY - drag.dy}px) rotate(1.5deg)`;
  scrollEdges(e);
  for (const cell of cells()) cell.classList.remove("into", "no");
  const cell = cellOf(document.elementFromPoint(e.clientX, e.clientY));
  if (!cell || !drag.gap) return;
  const may = cell.dataset.state === card.dataset.state || (card.dataset.next ?? "").split(" ").includes(cell.dataset.state ?? "");
  cell.classList.add(may ? "into" : "no");
  const before = cardsIn(cell).find((c) => c !== card && e.clientY < c.getBoundingClientRect().top + c.offsetHeight / 2);
  cell.insertBefore(drag.gap, before ?? null);
});

/** @param {Drag} drag */
function lift(drag) {
  const { card } = drag;
  const box = card.getBoundingClientRect();
  const ghost = /** @type {HTMLElement} */ (card.cloneNode(true));
  ghost.removeAttribute("data-card");
  ghost.style.cssText = `position:fixed;left:0;top:0;width:${box.width}px;z-index:60;pointer-events:none;box-shadow:var(--shadow-2);margin:0`;
  document.body.append(ghost);
  const gap = document.createElement("li");
  gap.className = "gap";
  gap.style.height = `${Math.min(box.height, 90)}px`;
  card.classList.add("moves");
  Object.assign(drag, { live: true, ghost, gap });
}

/** @param {PointerEvent} e */
function scrollEdges(e) {
  const box = board().getBoundingClientRect();
  if (e.clientX > box.right - 30) board().scrollBy(14, 0);
  else if (e.clientX < box.left + 30) board().scrollBy(-14, 0);
  if (e.clientY < 40) window.scrollBy(0, -14);
  else if (e.clientY > window.innerHeight - 40) window.scrollBy(0, 14);
}

function letGo() {
  const was = drag;
  drag = null;
  was?.ghost?.remove();
  was?.card.classList.remove("moves");
  for (const cell of cells()) cell.classList.remove("into", "no");
  return was;
}

window.addEventListener("pointerup", () => {
  const was = letGo();
  if (!was?.live) return;
  justDragged = true;
  const cell = cellOf(was.gap?.parentElement ?? null);
  const before = /** @type {HTMLElement | null} */ (was.gap?.nextElementSibling ?? null);
  was.gap?.remove();
  if (cell) void move(was.card, cell, before === was.card ? /** @type {HTMLElement | null} */ (was.card.nextElementSibling) : before);
  if (stale.size > 0 || whole) void refresh([]);
});
window.addEventListener("pointercancel", () => letGo()?.gap?.remove());
// The link of a card that was dragged is not followed.
document.addEventListener("click", (e) => justDragged && cardOf(e.target) && e.preventDefault(), true);
document.addEventListener("dragstart", (e) => cardOf(e.target) && e.preventDefault());

// ---- With its menu

/** @type {HTMLElement | null} */
let chosen = null;

/** @param {HTMLElement} card */
function openMenu(card) {
  if (card.dataset.may === undefined) return told(T("not-yours"), { bad: true });
  chosen = card;
  const next = (card.dataset.next ?? "").split(" ");
  for (const button of menu.querySelectorAll("[data-to]")) /** @type {HTMLElement} */ (button).hidden = !next.includes(/** @type {HTMLElement} */ (button).dataset.to ?? "");
  for (const button of menu.querySelectorAll("[data-step]")) /** @type {HTMLElement} */ (button).hidden = !isOpen(card.dataset.state);
  menu.showPopover(/** @type {any} */ ({ source: card.querySelector("[data-menu]") ?? card }));
  /** @type {HTMLElement | null} */ (menu.querySelector("button:not([hidden])"))?.focus();
}

document.addEventListener("click", (e) => {
  const at = /** @type {Element} */ (e.target);
  const opener = at.closest("[data-menu]");
  const card = cardOf(at);
  if (opener && card) return openMenu(card);
  const button = /** @type {HTMLElement | null} */ (at.closest("[data-move-menu] button"));
  if (!button || !chosen) return;
  const moved = chosen;
  menu.hidePopover();
  focus(moved);
  if (button.dataset.to) void moveTo(moved, button.dataset.to);
  else step(moved, Number(button.dataset.step));
});

menu.addEventListener("keydown", (e) => {
  const shown = [.../** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll("button:not([hidden])"))];
  const at = shown.findIndex((b) => b === document.activeElement);
  const by = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
  if (!by) return;
  e.preventDefault();
  e.stopPropagation();
  shown[(at + by + shown.length) % shown.length]?.focus();
});

// ---- With the keys

/** @param {HTMLElement | null | undefined} card */
function focus(card) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The nearest card in another column of the lane, or in the lane above or below. @param {HTMLElement} card @param {number} right @param {number} down */
function walk(card, right, down) {
  const cell = cellOf(card);
  if (!cell) return;
  const all = cells();
  const columns = board().querySelectorAll("[data-head]").length;
  if (down) {
    const here = cardsIn(cell);
    const next = here[here.indexOf(card) + down];
    if (next) return focus(next);
    for (let at = all.indexOf(cell) + down * columns; all[at]; at += down * columns) {
      const there = cardsIn(all[at]);
      if (there.length > 0) return focus(down > 0 ? there[0] : there[there.length - 1]);
    }
    return;
  }
  const row = Math.floor(all.indexOf(cell) / columns);
  const y = card.getBoundingClientRect().top;
  for (let at = all.indexOf(cell) + right; all[at] && Math.floor(at / columns) === row; at += right) {
    const there = cardsIn(all[at]).sort((a, b) => Math.abs(a.getBoundingClientRect().top - y) - Math.abs(b.getBoundingClientRect().top - y));
    if (there[0]) return focus(there[0]);
  }
}

/** @type {Record<string, [number, number]>} */
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], h: [-1, 0], l: [1, 0], k: [0, -1], j: [0, 1] };

addEventListener("keydown", (key) => {
  if (key.defaultPrevented || key.ctrlKey || key.metaKey || key.altKey) return;
  if (key.key === "Escape" && drag) {
    letGo()?.gap?.remove();
    return key.preventDefault();
  }
  const at = /** @type {HTMLElement} */ (key.target);
  if (at.matches("input, textarea, select") || document.querySelector("dialog[open]") || at.closest("[popover]")) return;
  const card = cardOf(document.activeElement);
  const way = ways[key.key];
  if (!card) {
    if (key.key !== "j" && key.key !== "k") return;
    focus(board().querySelector("[data-card]"));
  } else if (way && key.shiftKey && key.key.startsWith("Arrow")) way[0] ? aside(card, way[0]) : step(card, way[1]);
  else if (way && !key.shiftKey) walk(card, ...way);
  else if (key.key === "m") openMenu(card);
  else if (key.key === "Enter" && at === card) /** @type {HTMLElement} */ (card.querySelector("[data-open]")).click();
  else return;
  key.preventDefault();
});

// ---- On a phone, the columns are tabs

const tabs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-tab]"));
const markTab = () => {
  const { left } = board().getBoundingClientRect();
  const heads = [...board().querySelectorAll("[data-head]")];
  const near = heads.reduce((best, head) => (Math.abs(head.getBoundingClientRect().left - left) < Math.abs(best.getBoundingClientRect().left - left) ? head : best), heads[0]);
  for (const tab of tabs)
    if (tab.dataset.tab === /** @type {HTMLElement} */ (near)?.dataset.head) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
};
for (const tab of tabs)
  tab.addEventListener("click", (e) => {
    e.preventDefault();
    board().scrollTo({ left: /** @type {HTMLElement} */ (board().querySelector(`[data-head="${tab.dataset.tab}"]`)).offsetLeft - board().offsetLeft, behavior: "smooth" });
  });
document.addEventListener("scroll", (e) => e.target === board() && markTab(), { capture: true, passive: true });
markTab();

listen(board().dataset.lastFact ?? "0", (tasks, gone) => {
  whole ||= gone;
  void refresh(tasks);
});
