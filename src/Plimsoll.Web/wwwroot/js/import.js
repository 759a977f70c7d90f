// The import page: a file may be dropped on it, long work shows how far it has come. All of it works without this too.

const upload = document.getElementById("upload");
if (upload) {
  const drop = document.getElementById("drop");
  const field = document.getElementById("file");
  const error = document.getElementById("file-error");

  const tooLarge = () => {
    const large = [...field.files].some((file) => file.size > Number(upload.dataset.limit));
    error.textContent = large ? upload.dataset.tooLarge : "";
    drop.classList.toggle("bad", large);
    return large;
  };

  field.addEventListener("change", tooLarge);
  upload.addEventListener("submit", (event) => {
    if (tooLarge()) event.preventDefault();
  });
  for (const name of ["dragenter", "dragover"])
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) document.addEventListener(name, () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    field.files = one.files;
    if (!tooLarge()) upload.requestSubmit();
  });
}

// A project that is there has a client already; only a new one is asked for it.
for (const select of document.querySelectorAll("select[data-work]")) {
  const of = document.querySelector(`[data-of="${select.name}"]`);
  if (!of) continue;
  const client = of.querySelector("[data-client]");
  const name = of.querySelector("[data-new]");
  const show = () => {
    client.hidden = select.value !== "create";
    name.hidden = client.hidden || client.value !== "new";
  };
  select.addEventListener("change", show);
  client.addEventListener("change", () => {
    show();
    if (!name.hidden) name.focus();
  });
  show();
}

const work = document.getElementById("at-work");
if (work) {
  const bar = work.querySelector("progress");
  const look = async () => {
    const answer = await fetch(work.dataset.progress, { headers: { accept: "application/json" } }).catch(() => null);
    const now = answer?.ok ? await answer.json() : { working: true, total: 0 };
    if (!now.working) {
      location.reload();
      return;
    }
    if (now.total > 0) {
      bar.max = now.total;
      bar.value = now.done;
    }
    setTimeout(look, 400);
  };
  look();
}
