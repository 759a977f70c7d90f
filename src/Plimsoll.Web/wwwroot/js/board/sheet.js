// @ts-check
// On a phone a cell is changed in a sheet at the bottom, with keys for a thumb.
import { cellOf, nameOf, ownerOf, weeks } from "./grid.js";
import { T } from "./say.js";

/** @param {import("./grid.js").Place} place @param {string} text @param {(text: string, blue: boolean) => void} done */
export function openSheet(place, text, done) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("cell-sheet"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=text]"));
  const blue = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=tentative]"));
  const owner = ownerOf(place.tr);
  /** @type {HTMLElement} */ (dialog.querySelector("h2")).textContent = owner ? nameOf(owner) : "";
  const what = `${nameOf(place.tr)} · ${T("week.short", { week: Number(weeks[place.c].slice(6)) })}`;
  /** @type {HTMLElement} */ (dialog.querySelector("h2 + p")).textContent = what;
  const holder = /** @type {HTMLElement} */ (dialog.querySelector(".held"));
  holder.replaceChildren();
  cellOf(place).dispatchEvent(new CustomEvent("board:sheet", { bubbles: true, detail: { holder, close: () => dialog.close("") } }));
  const mixed = text.includes("+");
  blue.checked = text.endsWith("t") && !mixed;
  input.value = mixed ? text : text.replace(/t$/, "");
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
  dialog.onclose = () => {
    const typed = input.value.trim();
    if (dialog.returnValue === "save") done(typed, blue.checked);
    if (dialog.returnValue === "clear") done("", false);
    if (dialog.returnValue === "comment") cellOf(place).dispatchEvent(new CustomEvent("board:comment", { bubbles: true }));
  };
}
