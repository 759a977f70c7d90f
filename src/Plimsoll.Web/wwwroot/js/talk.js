// @ts-check
// The talk about a task: what others say arrives by itself, small acts do not leave the page, and what is half written stays.
// Without this every button sends its form and the page comes anew.
const talk = /** @type {HTMLElement | null} */ (document.querySelector("[data-talk]"));

/** @param {HTMLElement} talk */
const begin = (talk) => {
  talk.dataset.begun = "1";
  const list = /** @type {HTMLElement} */ (talk.querySelector("[data-said]"));
  const told = /** @type {HTMLElement} */ (talk.querySelector("[data-told]"));
  const form = /** @type {HTMLFormElement} */ (talk.querySelector("[data-say-form]"));
  const area = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));

  /** What stands on the page anew takes the place of what stood there; an edit that is open is left alone. @param {string} html */
  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-talk]");
    if (!fresh) return location.reload();
    const next = /** @type {HTMLElement[]} */ ([...fresh.querySelectorAll("[data-comment]")]);
    const ids = new Set(next.map((one) => one.id));
    let arrived = 0;
    for (const old of list.querySelectorAll("[data-comment]")) if (!ids.has(old.id) && !old.querySelector("form")) old.remove();
    /** @type {Element | null} */
    let before = null;
    for (const one of next) {
      const old = document.getElementById(one.id);
      if (!old) {
        arrived += 1;
        if (before) before.after(one);
        else list.prepend(one);
        before = one;
      } else if (old.querySelector("form") || old.outerHTML === one.outerHTML) before = old;
      else {
        const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest("[data-comment]") === old ? document.activeElement : null);
        old.replaceWith(one);
        before = one;
        const value = focused?.getAttribute("value");
        if (value) /** @type {HTMLElement | null} */ (one.querySelector(`[value="${CSS.escape(value)}"]`))?.focus();
      }
    }
    list.className = /** @type {HTMLElement} */ (fresh.querySelector("[data-said]")).className;
    for (const part of ["[data-talk-count]"]) {
      const here = talk.querySelector(part);
      const there = fresh.querySelector(part);
      if (here && there) here.textContent = there.textContent;
    }
    talk.dataset.stamp = /** @type {HTMLElement} */ (fresh).dataset.stamp;
    if (arrived > 0) told.textContent = talk.dataset.news ?? "";
  };

  const bare = () => {
    const here = new URL(location.href);
    here.hash = "";
    here.searchParams.delete("did");
    return here;
  };

  const listen = async () => {
    while (document.visibilityState === "visible") {
      try {
        const seen = talk.dataset.stamp ?? "";
        const answer = await fetch(`/api/v1/tasks/${talk.dataset.talk}/talk?seen=${encodeURIComponent(seen)}`, { headers: { accept: "application/json" } });
        if (!answer.ok) return;
        const { stamp } = await answer.json();
        if (stamp === talk.dataset.stamp) continue;
        const page = await fetch(bare());
        if (!page.ok || page.redirected) return;
        show(await page.text());
        talk.dataset.stamp = stamp;
      } catch {
        await new Promise((again) => setTimeout(again, 5000));
      }
    }
  };
  let listening = false;
  const start = async () => {
    if (listening) return;
    listening = true;
    await listen();
    listening = false;
  };
  document.addEventListener("visibilitychange", start);
  // Not in the way of the page's own loading.
  addEventListener("load", () => setTimeout(start, 300));
  if (document.readyState === "complete") setTimeout(start, 300);

  // A reaction, a deletion and its undoing are done in place.
  const act = /** @type {HTMLFormElement} */ (document.getElementById("talk-act"));
  let plainly = false;
  act.addEventListener("submit", async (event) => {
    if (plainly) return;
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    /** @type {HTMLElement | null} */ (button?.closest("[popover]"))?.hidePopover();
    const answer = await fetch(act.action, { method: "POST", body: new URLSearchParams(/** @type {any} */ (new FormData(act, button))) }).catch(() => null);
    // Without a connection the browser itself says so.
    plainly = answer === null;
    if (answer) show(await answer.text());
    else act.requestSubmit(button);
  });

  const choose = /** @type {HTMLElement} */ (talk.querySelector("[data-reactions]"));
  // Escape closes the choice, and not the task around it as well.
  choose.addEventListener("keydown", (key) => {
    if (key.key === "Escape") key.stopPropagation();
  });
  talk.addEventListener("click", (click) => {
    const at = /** @type {Element} */ (click.target);
    const link = /** @type {HTMLElement | null} */ (at.closest("[data-react]"));
    if (link && !click.ctrlKey && !click.metaKey && !click.shiftKey) {
      click.preventDefault();
      for (const one of /** @type {NodeListOf<HTMLButtonElement>} */ (choose.querySelectorAll("[data-kind]"))) one.value = `react|${link.dataset.react}|${one.dataset.kind}`;
      choose.showPopover(/** @type {any} */ ({ source: link }));
      /** @type {HTMLElement | null} */ (choose.querySelector("button"))?.focus();
    }
    // What the team said among itself is answered inside, unless somebody chooses otherwise.
    const inside = at.closest("[data-quote]")?.closest(".inside");
    const team = /** @type {HTMLInputElement | null} */ (form.querySelector("[name='Say.For'][value=internal]"));
    if (inside && team) team.checked = true;
  });

  // What is half written outlives the page, in this tab; also when it was sent and did not get through: who was answered
  // stands before her own words, at another address than she sent them from.
  const key = `talk:${talk.dataset.talk}`;
  const sent = sessionStorage.getItem(`${key}:sent`);
  if (sent && sent !== location.href && location.hash.startsWith("#c-")) sessionStorage.removeItem(key);
  sessionStorage.removeItem(`${key}:sent`);
  if (area.value === "") area.value = sessionStorage.getItem(key) ?? "";
  area.addEventListener("input", () => (area.value === "" ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, area.value)));
  form.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sessionStorage.setItem(`${key}:sent`, location.href);
  });
  talk.addEventListener("keydown", (event) => {
    const at = /** @type {HTMLTextAreaElement} */ (event.target);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !at.matches("textarea")) return;
    event.preventDefault();
    at.form?.requestSubmit();
  });
};

if (talk) begin(talk);
