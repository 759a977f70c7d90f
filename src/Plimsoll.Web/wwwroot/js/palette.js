// The command palette: pages are in the dialog already, people, clients and projects are asked for as one types.
const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("[role=listbox]");
const status = dialog?.querySelector("[role=status]");
let asked = 0;
let pause;

const options = () => [...list.querySelectorAll("[role=option]:not([hidden])")];

function choose(option) {
  for (const other of list.querySelectorAll("[aria-selected]")) other.removeAttribute("aria-selected");
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}

function line(hit, n) {
  const option = document.createElement("a");
  option.id = `palette-hit-${n}`;
  option.href = hit.page;
  option.tabIndex = -1;
  option.setAttribute("role", "option");
  option.setAttribute("data-hit", "");
  option.append(dialog.querySelector(`template[data-icon=${hit.kind}]`).content.cloneNode(true));
  for (const [name, text] of [["what", hit.name], ["of", hit.detail || list.dataset[hit.kind]]]) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    option.append(span);
  }
  return option;
}

async function ask() {
  const words = input.value.trim();
  const mine = ++asked;
  const plain = words.toLocaleLowerCase();
  for (const page of list.querySelectorAll("[data-page]"))
    page.hidden = !page.querySelector(".what").textContent.toLocaleLowerCase().includes(plain);
  let hits = [];
  if (words) {
    const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(words)}`, { headers: { accept: "application/json" } }).catch(() => null);
    if (mine !== asked) return;
    hits = answer?.ok ? (await answer.json()).items : [];
    if (mine !== asked) return;
  }
  for (const old of list.querySelectorAll("[data-hit]")) old.remove();
  list.append(...hits.map(line));
  status.textContent = options().length ? "" : list.dataset.none;
  choose(options()[0]);
}

function open() {
  if (dialog.open) return;
  input.value = "";
  dialog.showModal();
  input.focus();
  ask();
}

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable], dialog[open]");

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const hot = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    if (!hot && !slash) return;
    event.preventDefault();
    open();
  });
  for (const link of document.querySelectorAll('nav a[href="/search"]'))
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 80);
  });
  dialog.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.hasAttribute("aria-selected"));
    if (event.key === "ArrowDown") choose(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") choose(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Enter" && !event.isComposing && all[at]) all[at].click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
