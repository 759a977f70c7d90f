// Keys for the queue of absences, and the hours that an absence would take; without scripts the buttons do the same.
const queue = document.querySelector("[data-queue]");
if (queue) {
  const rows = [...queue.querySelectorAll("[data-row]")];
  const reason = queue.querySelector("[data-reason]");
  let declined = null;
  const act = {
    ArrowDown: (row) => rows[rows.indexOf(row) + 1]?.focus(),
    ArrowUp: (row) => rows[rows.indexOf(row) - 1]?.focus(),
    a: (row) => row.querySelector("[data-approve]").click(),
    x: (row) => row.querySelector("[type=checkbox]").click(),
    d: (row) => {
      declined = row.querySelector("[data-decline]");
      reason.focus();
    },
  };
  queue.addEventListener("keydown", (key) => {
    if (key.target === reason && key.key === "Enter" && declined) {
      key.preventDefault();
      declined.click();
    } else if (key.target.matches("[data-row]") && act[key.key] && !key.ctrlKey && !key.metaKey && !key.altKey) {
      key.preventDefault();
      act[key.key](key.target);
    }
  });
  reason.addEventListener("blur", () => setTimeout(() => (declined = null), 300));
}

const ask = document.querySelector("[data-ask]");
if (ask) {
  const cost = ask.querySelector("[data-cost]");
  const [from, to] = [ask.elements["Form.From"], ask.elements["Form.To"]];
  const hours = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  let asked = 0;
  const count = async () => {
    const number = ++asked;
    if (!from.value) return (cost.hidden = true);
    const query = new URLSearchParams({ from: from.value, to: to.value || from.value, halfDay: ask.elements["Form.HalfDay"].checked });
    const person = ask.elements["Form.Person"]?.value;
    if (person) query.set("person", person);
    const answer = await fetch(`/api/v1/absences/cost?${query}`).catch(() => null);
    if (number !== asked) return;
    cost.hidden = !answer?.ok;
    if (answer?.ok) cost.value = cost.dataset.words.replace("{hours}", hours.format((await answer.json()).minutes / 60));
  };
  ask.addEventListener("change", () => {
    to.min = from.value;
    count();
  });
  count();
}
