// A filter form asks at once when a choice is made; without scripts its button does the same.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const fold = form.querySelector("details[data-fold]");
  for (const button of form.querySelectorAll("button[type=submit]")) button.hidden = !fold?.contains(button);
  let typing = 0;
  form.addEventListener("change", (change) => {
    clearTimeout(typing);
    // Behind the button of a narrow screen several choices are made, and shown together.
    if (fold?.open && fold.contains(change.target)) return;
    // A date that is typed is one at every digit of its year.
    if (change.target.type === "date") typing = setTimeout(() => form.requestSubmit(), 900);
    else form.requestSubmit();
  });
  // What is not chosen need not stand in the address.
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-filter] :disabled")) field.disabled = false;
});
