// @ts-check
// What others change: the stream tells which tasks, the page asks for them again.

/** What was done here is shown already. @type {Set<string>} */
export const ours = new Set();

/**
 * @param {string} seen the last fact that the page shows
 * @param {(tasks: string[], gone: boolean) => void} onChange
 */
export function listen(seen, onChange) {
  const banner = /** @type {HTMLElement | null} */ (document.querySelector("[data-lost]"));
  /** @type {EventSource | null} */
  let source = null;
  let losses = 0;
  let waiting = 0;

  const lost = (/** @type {boolean} */ is) => {
    if (banner) banner.hidden = !is;
  };

  function connect() {
    window.clearTimeout(waiting);
    source?.close();
    source = new EventSource(`/tasks/live?after=${seen}`);
    source.addEventListener("hello", () => {
      losses = 0;
      lost(false);
    });
    source.addEventListener("tasks", (e) => {
      if (e.lastEventId) seen = e.lastEventId;
      const { tasks, batches, gone } = JSON.parse(e.data);
      if (!gone && batches.length > 0 && batches.every((/** @type {string} */ b) => ours.has(b))) return;
      onChange(tasks, gone);
    });
    source.onerror = () => {
      if (++losses > 1) lost(true);
      // The browser tries again by itself, unless the answer was no stream.
      if (source?.readyState === EventSource.CLOSED) waiting = window.setTimeout(connect, Math.min(30_000, 500 * 2 ** losses));
    };
  }

  connect();
  window.addEventListener("pageshow", (e) => e.persisted && connect());
  window.addEventListener("pagehide", () => {
    window.clearTimeout(waiting);
    source?.close();
  });
}
