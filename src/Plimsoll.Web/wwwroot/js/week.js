// Fills in the usual weeks and adds up what is typed; without scripts the days are typed one by one.
const minutes = (text) => {
  const typed = text.trim().replace(",", ".");
  const clock = /^(\d+):([0-5]\d)$/.exec(typed);
  if (clock) return clock[1] * 60 + +clock[2];
  return typed === "" ? 0 : /^\d+(\.\d*)?$|^\.\d+$/.test(typed) ? Math.round(typed * 60) : NaN;
};

for (const week of document.querySelectorAll(".week")) {
  const days = [...week.querySelectorAll("[data-day]")];
  const sum = week.querySelector("[data-week]");
  const presets = week.querySelector("[data-presets]");
  const hours = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "hour", maximumFractionDigits: 2 });
  const add = () => {
    const total = days.reduce((all, day) => all + minutes(day.value), 0);
    sum.value = Number.isNaN(total) ? "?" : hours.format(total / 60);
  };
  sum.hidden = presets.hidden = false;
  week.addEventListener("input", add);
  presets.addEventListener("click", (click) => {
    const preset = click.target.closest("[data-preset]");
    if (!preset) return;
    preset.dataset.preset.split(" ").forEach((hour, i) => (days[i].value = hour === "0" ? "" : hour));
    add();
  });
  add();
}

// A placeholder has neither an address nor rights of its own.
const fields = document.querySelector("[data-not-for-placeholder]");
const kinds = document.querySelectorAll("input[name='Form.Kind'][type=radio]");
if (fields && kinds.length) {
  const show = () => {
    const placeholder = document.querySelector("input[name='Form.Kind']:checked")?.value === "placeholder";
    fields.hidden = placeholder;
    for (const field of fields.querySelectorAll("input, select")) field.disabled = placeholder;
  };
  for (const kind of kinds) kind.addEventListener("change", show);
  show();
}
