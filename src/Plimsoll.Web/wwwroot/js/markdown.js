// A field for a written text: tools and keys, lists that go on, a preview beside it, files by paste and drag, mentions.
// Without this it is a plain text area, and everything can be typed.

const form = () => document.querySelector("input[name=__RequestVerificationToken]")?.value ?? "";
const filled = (text, words) => text.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");

/** Puts text where the selection is, so that undo takes it back. */
const put = (area, text, from = area.selectionStart, to = area.selectionEnd) => {
  area.focus();
  area.setSelectionRange(from, to);
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!done && (from !== to || text !== "")) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
};

/** The whole lines that the selection touches. */
const lines = (area) => {
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", Math.max(area.selectionEnd - 1, area.selectionStart));
  return [from, end < 0 ? area.value.length : end];
};

const around = (area, sign) => {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const inside = value.slice(from, to);
  const has = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  const more = sign === "*" && value.slice(from - 2, from) === "**" && value.slice(from - 3, from) !== "***";
  if (has && !more) {
    put(area, inside, from - sign.length, to + sign.length);
    area.setSelectionRange(from - sign.length, to - sign.length);
  } else {
    put(area, sign + inside + sign);
    area.setSelectionRange(from + sign.length, to + sign.length);
  }
};

const before = (area, mark) => {
  const [from, to] = lines(area);
  const each = area.value.slice(from, to).split("\n");
  const all = each.every((line) => line.startsWith(mark));
  const text = each.map((line) => (all ? line.slice(mark.length) : mark + line)).join("\n");
  put(area, text, from, to);
  if (each.length > 1) area.setSelectionRange(from, from + text.length);
};

const link = (area) => {
  const { selectionStart: from, selectionEnd: to } = area;
  const words = area.value.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  put(area, isAddress ? `[](${words})` : `[${words}](https://)`);
  if (isAddress) area.setSelectionRange(from + 1, from + 1);
  else if (words === "") area.setSelectionRange(from + 1, from + 1);
  else area.setSelectionRange(from + words.length + 3, from + words.length + 11);
};

const code = (area) => {
  const words = area.value.slice(area.selectionStart, area.selectionEnd);
  if (!words.includes("\n")) return around(area, "`");
  const [from, to] = lines(area);
  put(area, "```\n" + area.value.slice(from, to) + "\n```", from, to);
};

/** Enter in a list or a quote goes on with it; in an empty item it ends the list. */
const goOn = (area) => {
  if (area.selectionStart !== area.selectionEnd) return false;
  const at = area.selectionStart;
  const from = area.value.lastIndexOf("\n", at - 1) + 1;
  const [, mark, rest] = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|>\s?)+)(.*)$/.exec(area.value.slice(from, at)) ?? [];
  if (mark === undefined) return false;
  if (rest === "" && area.value.slice(at).split("\n", 1)[0] === "") {
    put(area, "", from, at);
    return true;
  }
  if (rest === "") return false;
  put(area, "\n" + mark.replace(/\d+(?=[.)])/, (n) => Number(n) + 1).replace(/\[[xX]\]/, "[ ]"));
  return true;
};

/** Sets words as a quote at the end of what is written, and the cursor below it. */
export const quote = (area, words) => {
  const quoted = words.trim().split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
  const gap = area.value === "" || area.value.endsWith("\n\n") ? "" : area.value.endsWith("\n") ? "\n" : "\n\n";
  put(area, `${gap}${quoted}\n\n`, area.value.length, area.value.length);
};

const tools = {
  bold: (area) => around(area, "**"),
  italic: (area) => around(area, "*"),
  link,
  code,
  list: (area) => before(area, "- "),
  quote: (area) => before(area, "> "),
};
const keys = { b: "bold", i: "italic", k: "link" };

const preview = (field, area, say) => {
  const shown = field.querySelector("[data-shown]");
  const buttons = [...field.querySelectorAll("[data-view]")];
  let asked = null;
  let timer = 0;
  const draw = async () => {
    if (shown.hidden) return;
    asked?.abort();
    asked = new AbortController();
    if (area.value.trim() === "") {
      const empty = document.createElement("p");
      empty.className = "muted";
      empty.textContent = say.words.empty;
      shown.replaceChildren(empty);
      return;
    }
    try {
      const answer = await fetch(field.dataset.preview, {
        method: "POST",
        body: area.value,
        headers: { "content-type": "text/plain", "x-plimsoll-form": form() },
        signal: asked.signal,
      });
      if (!answer.ok) throw new Error();
      // Made and sieved by the server; the page's own policy lets no script in either.
      shown.innerHTML = await answer.text();
      say("");
    } catch (error) {
      if (error.name !== "AbortError") say(say.words.stale);
    }
  };
  const look = (view) => {
    field.dataset.at = view;
    shown.hidden = view === "write";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    draw();
    if (view !== "preview") area.focus();
  };
  for (const button of buttons) button.addEventListener("click", () => look(button.dataset.view));
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 200);
  });
  // A form that is sent with an empty required field must be able to show it.
  area.addEventListener("invalid", () => look("write"));
};

const files = (field, area, say) => {
  const arriving = field.querySelector(".arriving");
  let under = 0;
  const bring = (file) => {
    const name = (file.name || "picture").replace(/[[\]\n\\]/g, " ").trim();
    const place = `![${name} …](#${++bring.count})`;
    const row = document.createElement("div");
    const bar = document.createElement("progress");
    const cancel = document.createElement("button");
    const request = new XMLHttpRequest();
    const words = document.createElement("span");
    row.className = "one";
    words.textContent = filled(say.words.bringing, { name });
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", words.textContent);
    cancel.type = "button";
    cancel.className = "btn";
    cancel.textContent = say.words.cancel;
    row.append(words, bar, cancel);
    arriving.append(row);
    put(area, place, area.selectionStart, area.selectionEnd);
    under += 1;
    const end = (text) => {
      under -= 1;
      row.remove();
      const at = area.value.indexOf(place);
      if (at < 0) return;
      const { selectionStart: from, selectionEnd: to } = area;
      const move = (caret) => (caret <= at ? caret : Math.max(at, caret - place.length) + text.length);
      put(area, text, at, at + place.length);
      area.setSelectionRange(move(from), move(to));
    };
    const failed = () => {
      end("");
      const told = request.response?.title;
      say(filled(say.words.failed, { name }) + (told ? ` ${told}` : ""));
    };
    cancel.addEventListener("click", () => request.abort());
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status !== 201) return failed();
      const { id, isPicture } = request.response;
      end(`${isPicture ? "!" : ""}[${name}](/files/${id})`);
      say("");
    });
    request.addEventListener("error", failed);
    request.addEventListener("abort", () => end(""));
    request.open("POST", `${field.dataset.files}?name=${encodeURIComponent(file.name || "picture.png")}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-plimsoll-form", form());
    request.responseType = "json";
    request.send(file);
  };
  bring.count = 0;
  const all = (event, list) => {
    if (list.length === 0) return;
    event.preventDefault();
    for (const file of list) bring(file);
  };
  area.addEventListener("paste", (event) => {
    // A copied table or paragraph brings its picture along; its words are what is meant.
    if (![...event.clipboardData.types].includes("text/plain")) all(event, [...event.clipboardData.files]);
  });
  field.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    field.classList.add("over");
  });
  field.addEventListener("dragleave", () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    field.classList.remove("over");
    all(event, [...event.dataTransfer.files]);
  });
  area.form?.addEventListener("submit", (event) => {
    if (under === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(say.words.wait);
  });
  return () => {
    const choose = document.createElement("input");
    choose.type = "file";
    choose.multiple = true;
    choose.addEventListener("change", () => {
      for (const file of choose.files) bring(file);
    });
    choose.click();
  };
};

const mentions = (field, area) => {
  const list = field.querySelector(".found");
  let people = [];
  let chosen = 0;
  let timer = 0;
  let asked = null;
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  const typed = () =>
    area.selectionStart === area.selectionEnd
      ? /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(area.value.slice(Math.max(0, area.selectionStart - 60), area.selectionStart))?.[1]
      : undefined;
  const close = () => {
    list.hidden = true;
    people = [];
    asked?.abort();
    area.removeAttribute("aria-activedescendant");
  };
  const mark = (n) => {
    chosen = (n + people.length) % people.length;
    [...list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", list.children[chosen].id);
  };
  const take = (n) => {
    const { id, name } = people[n];
    const words = typed() ?? "";
    const from = area.selectionStart - words.length - 1;
    close();
    put(area, `@[${name.replace(/[[\]\\\n]/g, "")}](person:${id}) `, from, area.selectionStart);
  };
  const look = async () => {
    const words = typed();
    if (words === undefined) return close();
    asked?.abort();
    asked = new AbortController();
    const address = new URL(field.dataset.mentions, location.href);
    address.searchParams.set("q", words.trim());
    const answer = await fetch(address, { headers: { accept: "application/json" }, signal: asked.signal }).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (typed() !== words) return;
    people = (found.items ?? found).slice(0, 8);
    if (people.length === 0) return close();
    list.replaceChildren(
      ...people.map((person, i) => {
        const line = document.createElement("li");
        line.id = `${list.id}-${i}`;
        line.setAttribute("role", "option");
        line.textContent = person.name;
        line.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(i);
        });
        return line;
      }),
    );
    list.hidden = false;
    mark(0);
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  area.addEventListener("blur", close);
  return (event) => {
    if (list.hidden || event.isComposing) return false;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(chosen);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
};

/** Begins a field; those that come into the page later are begun by who brings them. */
export const begin = (field) => {
  if (field.dataset.begun) return;
  field.dataset.begun = "1";
  const area = field.querySelector("textarea");
  const told = field.querySelector(".told");
  const say = (sentence) => {
    told.textContent = sentence;
    told.hidden = sentence === "";
  };
  say.words = JSON.parse(field.dataset.say);
  preview(field, area, say);
  const own = { ...tools };
  if (field.dataset.files) own.file = files(field, area, say);
  const chooses = field.dataset.mentions ? mentions(field, area) : () => false;
  for (const part of field.querySelectorAll(".tools, .views")) part.hidden = false;
  for (const button of field.querySelectorAll("[data-tool]"))
    button.addEventListener("click", () => own[button.dataset.tool](area));
  area.addEventListener("keydown", (event) => {
    if (chooses(event) || event.isComposing) return;
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined;
    if (tool) {
      event.preventDefault();
      event.stopPropagation();
      own[tool](area);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && goOn(area)) event.preventDefault();
  });
};

for (const field of document.querySelectorAll("[data-markdown]")) begin(field);

// A button with data-quote="ID" quotes what is selected in that element, or all of it, into the field named by data-into.
document.addEventListener("mousedown", (event) => {
  // The selection is to survive the press of the button.
  if (event.target.closest?.("[data-quote]")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-quote]");
  if (!button) return;
  const source = document.getElementById(button.dataset.quote);
  const area = document.getElementById(button.dataset.into);
  if (!source || !area) return;
  const selection = getSelection();
  const chosen = selection.rangeCount > 0 && source.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString() : "";
  quote(area, chosen.trim() || source.innerText);
});
