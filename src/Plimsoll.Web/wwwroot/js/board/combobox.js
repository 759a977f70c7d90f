// @ts-check
// A text field with a list below it (the ARIA combobox): type a part of the name, arrows, Enter.
import { T } from "./say.js";

/** @typedef {{id: string, name: string, detail?: string, colour: number, internal?: boolean}} Choice */

/**
 * @param {HTMLElement} holder @param {Choice[]} choices @param {string} label
 * @param {(choice: Choice | null) => void} done null when nothing was chosen
 */
export function combobox(holder, choices, label, done) {
  const before = Array.from(holder.childNodes);
  const input = document.createElement("input");
  const list = document.createElement("ul");
  list.className = "options";
  list.id = "board-options";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "true", "aria-controls": list.id, "aria-autocomplete": "list", "aria-label": label, placeholder: label, autocomplete: "off" })) input.setAttribute(name, value);
  const box = document.createElement("span");
  box.className = "combo";
  box.append(input);
  holder.replaceChildren(box);
  // In a dialog the page below is out of reach.
  (holder.closest("dialog") ?? document.body).append(list);
  /** @type {Choice[]} */
  let found = [];
  let at = 0;

  const finish = (/** @type {Choice | null} */ choice) => {
    input.onblur = null;
    list.remove();
    holder.replaceChildren(...before);
    done(choice);
  };
  const show = () => {
    const wanted = plain(input.value);
    found = choices.filter((one) => plain(`${one.name} ${one.detail ?? ""}`).includes(wanted)).slice(0, 60);
    at = Math.min(at, Math.max(0, found.length - 1));
    list.replaceChildren(...(found.length ? found.map(option) : [nothing()]));
    const rect = input.getBoundingClientRect();
    const below = rect.bottom + 270 < window.innerHeight || rect.top < 280;
    list.style.left = `${rect.left}px`;
    list.style.top = below ? `${rect.bottom + 4}px` : "auto";
    list.style.bottom = below ? "auto" : `${window.innerHeight - rect.top + 4}px`;
    input.setAttribute("aria-activedescendant", found.length ? `board-option-${at}` : "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const option = (/** @type {Choice} */ one, /** @type {number} */ i) => {
    const li = document.createElement("li");
    li.id = `board-option-${i}`;
    li.setAttribute("role", "option");
    li.setAttribute("aria-selected", String(i === at));
    const dot = document.createElement("span");
    dot.className = `dot hue-${one.colour}`;
    const detail = document.createElement("small");
    detail.textContent = one.detail ?? "";
    li.append(dot, one.name, detail);
    li.onmousedown = (e) => {
      e.preventDefault();
      finish(one);
    };
    return li;
  };

  input.oninput = () => {
    at = 0;
    show();
  };
  input.onblur = () => finish(null);
  input.onkeydown = (e) => {
    e.stopPropagation();
    if (e.isComposing) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      at = (at + (e.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length);
      show();
    } else if (e.key === "Enter" || e.key === "Tab") {
      e.preventDefault();
      finish(found[at] ?? null);
    } else if (e.key === "Escape") {
      e.preventDefault();
      finish(null);
    }
  };
  show();
  input.focus();
}

function nothing() {
  const li = document.createElement("li");
  li.setAttribute("role", "option");
  li.setAttribute("aria-disabled", "true");
  li.textContent = T("add.nothing");
  return li;
}

/** @param {string} text */
const plain = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
