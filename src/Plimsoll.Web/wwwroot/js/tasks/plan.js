// @ts-check
// The calendar and the timeline: days are changed by dragging or with the keys, and follow what others do.
import { announce, call, sentence, T, told } from "./server.js";
import { listen, ours } from "./live.js";

const plan = () => /** @type {HTMLElement} */ (document.querySelector("[data-plan]"));
const timeline = () => /** @type {HTMLElement | null} */ (plan().querySelector("[data-timeline]"));
const language = document.documentElement.lang || "en";

/** @param {EventTarget | null} at @returns {HTMLElement | null} */
const taskOf = (at) => (at instanceof Element ? at.closest("[data-task]") : null);
/** @param {string} iso @param {number} by */
function plus(iso, by) {
  const day = new Date(iso + "T00:00:00Z");
  day.setUTCDate(day.getUTCDate() + by);
  return day.toISOString().slice(0, 10);
}
/** @param {string} from @param {string} to */
const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
/** @param {string} iso */
const written = (iso) => new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(iso + "T00:00:00Z"));

// ---- Saving

/** @typedef {{starts?: string, due?: string}} Dates */
let saving = Promise.resolve();

/**
 * @param {HTMLElement} task @param {Dates} dates
 */
function save(task, dates) {
  const { task: id = "", version, starts, due } = task.dataset;
  if (task.dataset.may === undefined) return void told(T("not-yours"), { bad: true });
  if ((dates.starts ?? starts ?? "") === (starts ?? "") && (dates.due ?? due ?? "") === (due ?? "")) return;
  const name = task.querySelector(".what")?.textContent ?? task.closest("[data-row]")?.querySelector("[data-open]")?.textContent ?? "";
  saving = saving.then(async () => {
    const answer = await call("PATCH", `/${id}`, dates, now(id)?.dataset.version ?? version).catch(() => null);
    if (!answer?.ok) {
      const why = await sentence(answer);
      told(why, { bad: true });
      announce(why);
    } else {
      const undo = answer.headers.get("plimsoll-undo");
      if (undo) ours.add(undo);
      const said = T("dated", { task: name, day: written(dates.due ?? dates.starts ?? due ?? "") });
      told(said, { undo, then: () => void reload() });
      announce(said);
    }
    await reload();
  });
}

/** @param {string} id @returns {HTMLElement | null} */
const now = (id) => plan().querySelector(`[data-task="${CSS.escape(id)}"]`);

let reading = false;
let again = false;

/** The page is asked for again and what it shows is put in the place of what was shown. */
async function reload() {
  if (drag) {
    again = true;
    return;
  }
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  do {
    again = false;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) break;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-plan]");
    if (!fresh || drag) break;
    const focused = taskOf(document.activeElement)?.dataset.task;
    const open = [...plan().querySelectorAll("details[open]")].map((d) => /** @type {HTMLElement | null} */ (d.closest("[data-day]"))?.dataset.day);
    plan().replaceWith(fresh);
    for (const day of open) plan().querySelector(`[data-day="${day}"] details`)?.setAttribute("open", "");
    draw();
    const task = focused ? now(focused) : null;
    if (task) focusOn(task);
  } while (again);
  reading = false;
}

/** @param {HTMLElement} task */
const focusOn = (task) => /** @type {HTMLElement} */ (task.querySelector("a") ?? task).focus({ preventScroll: true });

// ---- With the mouse

/** @typedef {{task: HTMLElement, edge: string | undefined, x: number, y: number, live: boolean, ghost: HTMLElement | null, by: number, day: string}} Drag */
/** @type {Drag | null} */
let drag = null;
let justDragged = false;

document.addEventListener("pointerdown", (e) => {
  justDragged = false;
  const task = taskOf(e.target);
  if (!task || !plan().contains(task) || e.button !== 0 || e.pointerType !== "mouse") return;
  const edge = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest("[data-edge]"))?.dataset.edge;
  drag = { task, edge, x: e.clientX, y: e.clientY, live: false, ghost: null, by: 0, day: "" };
});

window.addEventListener("pointermove", (e) => {
  if (!drag) return;
  if (e.buttons === 0) return void letGo();
  if (!drag.live && Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 5) return;
  e.preventDefault();
  getSelection()?.removeAllRanges();
  if (!drag.live) {
    drag.live = true;
    drag.task.classList.add("moves");
  }
  if (timeline()) stretch(drag, e);
  else carry(drag, e);
});

/** A bar follows by whole days. @param {Drag} drag @param {PointerEvent} e */
function stretch(drag, e) {
  const track = /** @type {HTMLElement} */ (drag.task.parentElement);
  const all = Number(timeline()?.dataset.days ?? 1);
  drag.by = Math.round(((e.clientX - drag.x) / track.clientWidth) * all);
  const { style } = drag.task;
  const at = Number(style.getPropertyValue("--at")) || 0;
  const length = Number(style.getPropertyValue("--for")) || 1;
  drag.task.dataset.at ??= String(at);
  drag.task.dataset.for ??= String(length);
  const [from, was] = [Number(drag.task.dataset.at), Number(drag.task.dataset.for)];
  if (drag.edge === "starts") drag.by = Math.min(drag.by, was - 1);
  if (drag.edge === "due") drag.by = Math.max(drag.by, 1 - was);
  style.setProperty("--at", String(drag.edge === "due" ? from : from + drag.by));
  style.setProperty("--for", String(drag.edge === "due" ? was + drag.by : drag.edge === "starts" ? was - drag.by : was));
  draw();
}

/** A task of the calendar is carried to a day. @param {Drag} drag @param {PointerEvent} e */
function carry(drag, e) {
  if (!drag.ghost) {
    drag.ghost = /** @type {HTMLElement} */ (drag.task.cloneNode(true));
    drag.ghost.style.cssText = `position:fixed;left:0;top:0;width:${drag.task.offsetWidth}px;z-index:60;pointer-events:none;list-style:none;background:var(--surface);border-radius:var(--radius-s);box-shadow:var(--shadow-2)`;
    drag.task.after(drag.ghost);
  }
  drag.ghost.style.transform = `translate(${e.clientX - 20}px, ${e.clientY - 10}px)`;
  for (const day of plan().querySelectorAll(".into")) day.classList.remove("into");
  const day = /** @type {HTMLElement | null} */ (document.elementFromPoint(e.clientX, e.clientY)?.closest("[data-day]") ?? null);
  day?.classList.add("into");
  drag.day = day?.dataset.day ?? "";
}

function letGo() {
  const was = drag;
  drag = null;
  was?.ghost?.remove();
  was?.task.classList.remove("moves");
  for (const day of plan().querySelectorAll(".into")) day.classList.remove("into");
  if (was && timeline() && was.task.dataset.at) {
    was.task.style.setProperty("--at", was.task.dataset.at);
    was.task.style.setProperty("--for", was.task.dataset.for ?? "1");
    delete was.task.dataset.at;
    delete was.task.dataset.for;
    draw();
  }
  return was;
}

window.addEventListener("pointerup", () => {
  const was = letGo();
  if (!was?.live) return;
  justDragged = true;
  if (timeline()) save(was.task, shifted(was.task, was.by, was.edge));
  else if (was.day) save(was.task, onDay(was.task, was.day));
  if (again) void reload();
});
window.addEventListener("pointercancel", letGo);
document.addEventListener("click", (e) => justDragged && taskOf(e.target) && e.preventDefault(), true);
document.addEventListener("dragstart", (e) => taskOf(e.target) && e.preventDefault());

/** Both of its days, or the one at the edge that was pulled. @param {HTMLElement} task @param {number} by @param {string} [edge] @returns {Dates} */
function shifted(task, by, edge) {
  const { starts = "", due = "" } = task.dataset;
  if (by === 0) return {};
  if (edge === "starts") return { starts: plus(starts || due, by) };
  if (edge === "due") return { due: plus(due || starts, by) };
  return { ...(starts ? { starts: plus(starts, by) } : {}), ...(due ? { due: plus(due, by) } : {}) };
}

/** Due on that day; what begins earlier keeps its length. @param {HTMLElement} task @param {string} day @returns {Dates} */
const onDay = (task, day) => shifted(task, days(task.dataset.due ?? day, day));

// ---- With the keys

addEventListener("keydown", (key) => {
  if (key.defaultPrevented || key.ctrlKey || key.metaKey || key.altKey) return;
  if (key.key === "Escape" && drag) {
    letGo();
    return key.preventDefault();
  }
  const task = taskOf(document.activeElement);
  if (!task || !key.shiftKey || !key.key.startsWith("Arrow")) return;
  key.preventDefault();
  const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key.key] ?? [0, 0];
  if (!timeline()) save(task, shifted(task, right + 7 * down));
  else save(task, shifted(task, right || down, right ? undefined : "due"));
});

// ---- What waits for what

/** From the end of what has to be done first to the beginning of what waits for it. */
function draw() {
  const line = timeline();
  const svg = line?.querySelector("[data-waits-drawn]");
  if (!line || !svg) return;
  const ground = line.getBoundingClientRect();
  const paths = [];
  for (const bar of line.querySelectorAll("[data-task]")) {
    const { waits = "", tooLate } = /** @type {HTMLElement} */ (bar).dataset;
    for (const id of waits.split(" ").filter(Boolean)) {
      const other = now(id);
      if (!other) continue;
      const from = other.getBoundingClientRect();
      const to = bar.getBoundingClientRect();
      const [x1, y1] = [from.right - ground.left, from.top + from.height / 2 - ground.top];
      const [x2, y2] = [to.left - ground.left, to.top + to.height / 2 - ground.top];
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const turn = Math.max(x1 + 8, x1);
      path.setAttribute("d", x2 > x1 + 16 ? `M${x1} ${y1}H${turn}V${y2}H${x2}m-5 -4l5 4l-5 4` : `M${x1} ${y1}H${turn}V${(y1 + y2) / 2}H${x2 - 8}V${y2}H${x2}m-5 -4l5 4l-5 4`);
      if (tooLate === id) path.setAttribute("class", "late");
      paths.push(path);
    }
  }
  svg.replaceChildren(...paths);
}

draw();
new ResizeObserver(draw).observe(document.body);

let pause = 0;
listen(plan().dataset.lastFact ?? "0", () => {
  window.clearTimeout(pause);
  pause = window.setTimeout(() => void reload(), 60);
});
