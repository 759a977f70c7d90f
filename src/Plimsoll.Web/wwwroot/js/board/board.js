// @ts-check
// The load board under the fingers. This file starts it; each of the others knows one subject.
import { address, board, fragment } from "./grid.js";
import { forget, showDetails } from "./details.js";
import { quieten } from "./lines.js";
import { listen } from "./live.js";
import { onChange } from "./plan.js";
import * as selection from "./selection.js";
import "./drag.js";
import "./history.js";
import "./keys.js";

/** The strip follows what was changed, once the changes rest. */
let waiting = 0;
onChange(() => {
  forget();
  window.clearTimeout(waiting);
  waiting = window.setTimeout(async () => {
    const html = await fragment(address("/load/figures"));
    const strip = document.getElementById("board-figures");
    if (html !== null && strip && !strip.querySelector(":popover-open")) strip.outerHTML = html;
  }, 350);
});

board.addEventListener("board:details", () => {
  const place = selection.current();
  if (place) void showDetails(place);
});

// A select or a check in the filter needs no button beside it.
for (const form of document.querySelectorAll("form[data-at-once]"))
  form.addEventListener("change", () => /** @type {HTMLFormElement} */ (form).requestSubmit());

// A form with empty fields would fill the address with them.
for (const form of document.querySelectorAll("form[method=get]"))
  form.addEventListener("formdata", (e) => {
    const data = /** @type {FormDataEvent} */ (e).formData;
    for (const [name, value] of [...data]) if (value === "") data.delete(name);
  });

for (const button of document.querySelectorAll("[data-opens]"))
  button.addEventListener("click", () => /** @type {HTMLDialogElement} */ (document.getElementById(button.getAttribute("data-opens") ?? "")).showModal());
window.addEventListener("beforeprint", () => {
  const now = document.getElementById("printed");
  if (now) now.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date());
});
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

quieten(board);
selection.begin();
listen();
board.dataset.ready = "true";
