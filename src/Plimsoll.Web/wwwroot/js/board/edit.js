// @ts-check
// Typing into a cell, and what is done to a whole selection: fill, clear, tentative.
import { cellOf, inHours, isEditable, isLine, nameOf, nominal, ownerOf, placeOfKey, planned, textKey, weeks } from "./grid.js";
import { paintLine } from "./paint.js";
import { change, currentOf, submit } from "./plan.js";
import * as refused from "./refused.js";
import { hush, note, T } from "./say.js";
import * as selection from "./selection.js";
import { openSheet } from "./sheet.js";
import { read, write } from "./words.js";

/** @typedef {import("./grid.js").Place} Place */
/** @typedef {import("./grid.js").Planned} Planned */

/** @param {string} text @param {number | undefined} whole @param {Planned} now */
const understand = (text, whole, now) => read(text, inHours, whole, now);

/** @param {import("./plan.js").Change[]} changes @param {Partial<Parameters<typeof submit>[1]>} [how] */
export const send = (changes, how = {}) => submit(changes, { read: understand, ...how });

/** The cell that is being typed into. @type {{input: HTMLInputElement, place: Place, before: string, was: Planned, quick: boolean} | null} */
let open = null;

/** @param {Place} place */
export const isEditing = (place) => open !== null && cellOf(open.place) === cellOf(place);
export const editing = () => open?.place ?? null;

/** What a place holds, as it would be typed. @param {Place} place */
export const textOf = (place) => write(planned(place), inHours, nominal(place));

/**
 * Opens the active cell for typing. @param {string | null} [first] what was typed already, instead of what is there
 */
export function begin(first = null) {
  const place = selection.current();
  if (!place) return;
  if (!isEditable(place)) return explainWhy(place);
  if (window.matchMedia("(max-width: 760px)").matches) return openSheet(place, first ?? textOf(place), (text, blue) => fromSheet(place, text, blue));
  close(false);
  hush();
  const td = cellOf(place);
  const before = td.textContent ?? "";
  const input = document.createElement("input");
  input.value = first ?? textOf(place);
  input.maxLength = 40;
  input.autocomplete = "off";
  input.inputMode = "text";
  input.setAttribute("aria-label", td.getAttribute("aria-label") ?? "");
  td.append(input);
  input.focus();
  if (first === null) input.select();
  open = { input, place, before, was: planned(place), quick: first !== null };
  input.onkeydown = onKey;
  input.onblur = () => close(true);
}

/** Ends typing. @param {boolean} keep */
export function close(keep) {
  if (!open) return;
  const { input, place, before, was } = open;
  open = null;
  input.onblur = null;
  const text = input.value.trim();
  const old = write(was, inHours, nominal(place));
  input.remove();
  if (keep && text !== old) enter([place], text, was);
  else if (!cellOf(place).classList.contains("saves")) {
    const now = planned(place);
    if (now.confirmed === was.confirmed && now.tentative === was.tentative) cellOf(place).textContent = before;
    else paintLine(place, now);
  }
}

/** @param {Place} place @param {string} text @param {boolean} blue */
function fromSheet(place, text, blue) {
  const typed = text && blue && !/\+|[tт?]$/i.test(text) ? text + "t" : text;
  const meant = text.includes("+") ? null : understand(typed, nominal(place), { confirmed: 0, tentative: 0 });
  return send([change(place, meant ? { set: meant } : { text: typed })]);
}

/** @param {KeyboardEvent} e */
function onKey(e) {
  e.stopPropagation();
  if (!open) return;
  const { place, input, quick } = open;
  const go = (/** @type {number} */ down, /** @type {number} */ right) => {
    e.preventDefault();
    close(true);
    selection.moveTo(place);
    selection.step(down, right);
  };
  if (e.isComposing) return;
  if (e.key === "Escape") {
    e.preventDefault();
    close(false);
    hush();
    selection.moveTo(place, { extend: true });
  } else if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
    e.preventDefault();
    const text = input.value.trim();
    close(false);
    enter(selection.editable(), text);
    selection.moveTo(place, { extend: true });
  } else if (e.key === "Enter") go(e.shiftKey ? -1 : 1, 0);
  else if (e.key === "Tab") go(0, e.shiftKey ? -1 : 1);
  else if (e.key === "ArrowUp") go(-1, 0);
  else if (e.key === "ArrowDown") go(1, 0);
  else if (quick && e.key === "ArrowLeft") go(0, -1);
  else if (quick && e.key === "ArrowRight") go(0, 1);
}

/** One text into these places, as one step. @param {Place[]} places @param {string} text @param {Planned} [was] */
export function enter(places, text, was) {
  return send(places.map((place) => ({ ...change(place, { text }), ...(was ? { was } : {}) })));
}

/** The same cell as another: its text, and whether it is blue. @param {Place} from @param {Place} to */
export function like(from, to) {
  const text = textOf(from);
  const meant = understand(text, nominal(to), { confirmed: 0, tentative: 0 });
  return change(to, meant ? { set: meant } : { text });
}

/** Fills the range from its first week, or its first row; a single cell takes what stands before it. @param {"right" | "down"} way */
export function fill(way) {
  const rows = selection.places();
  const changes = [];
  for (const [r, row] of rows.entries())
    for (const [c, place] of row.entries()) {
      const single = way === "right" ? row.length === 1 : rows.length === 1;
      const from = way === "right" ? (single ? { tr: place.tr, c: place.c - 1 } : row[0]) : single ? above(place) : rows[0][c];
      if (!from || from.c < 0 || cellOf(from) === cellOf(place) || !isLine(from.tr) || !isEditable(place) || (!single && (way === "right" ? c : r) === 0)) continue;
      changes.push(like(from, place));
    }
  return send(changes);
}

/** @param {Place} place @returns {Place | null} */
const above = ({ tr, c }) => {
  const before = tr.previousElementSibling;
  return before instanceof HTMLTableRowElement && isLine(before) ? { tr: before, c } : null;
};

export const clear = () => send(selection.editable().filter(holdsTime).map((place) => change(place, { text: "" })));

/** @param {Place} place */
const holdsTime = (place) => planned(place).confirmed + planned(place).tentative > 0;

/** Makes the selection blue, or settled when all of it is blue. */
export function toggleTentative() {
  const places = selection.editable().filter(holdsTime);
  if (places.length === 0) {
    const at = selection.current();
    return at && note(cellOf(at), { text: T("tentative.nothing") });
  }
  const toBlue = places.some((place) => planned(place).confirmed > 0);
  const all = (/** @type {Planned} */ { confirmed, tentative }) => confirmed + tentative;
  return send(
    places.map((place) => {
      const minutes = all(planned(place));
      return change(place, { set: toBlue ? { confirmed: 0, tentative: minutes } : { confirmed: minutes, tentative: 0 } });
    }),
  );
}

/** @param {Place} place */
function explainWhy(place) {
  if (place.c < 0) return;
  const row = ownerOf(place.tr);
  const closed = row?.dataset.edit !== undefined && !isLine(place.tr);
  note(cellOf(place), { text: closed ? T("open.to.edit", { name: nameOf(place.tr) }) : T("not.yours", { name: row ? nameOf(row) : "" }) });
}

/**
 * A colleague changed the cell that is being typed into: it is told, and she chooses.
 * @param {string} name @param {Planned} now
 */
export function changedUnder(name, now) {
  if (!open) return;
  const { place, input } = open;
  const shown = write(now, inHours, nominal(place)) || "0";
  note(cellOf(place), {
    text: T("changed.under", { name, now: shown }),
    kind: "warn",
    quiet: false,
    actions: [
      { label: T("changed.under.mine"), run: () => (open && (open.was = now), input.focus()), primary: true },
      { label: T("changed.under.theirs", { now: shown }), run: () => (close(false), selection.moveTo(place)) },
    ],
  });
}

refused.offers({
  edit: (text, key) => {
    const place = placeOfKey(key);
    if (!place) return;
    selection.moveTo(place);
    begin(text);
  },
  insist: (batch, cells) => {
    void send(
      batch.changes.map((one) => {
        const told = cells.find((cell) => textKey(cell) === textKey(one));
        const place = placeOfKey(one);
        const day = one.wasHoldUntil && told ? { wasHoldUntil: told.holdUntil } : {};
        return { ...one, ...day, was: currentOf(told) ?? (place ? planned(place) : one.was) };
      }),
    );
  },
});

/** Names a place for a dialog: who, what, which week. @param {Place} place */
export function title(place) {
  const owner = ownerOf(place.tr);
  const names = owner && owner !== place.tr ? [nameOf(owner), nameOf(place.tr)] : [nameOf(place.tr)];
  return [...names, T("week.short", { week: Number(weeks[place.c].slice(6)) })].join(" · ");
}

