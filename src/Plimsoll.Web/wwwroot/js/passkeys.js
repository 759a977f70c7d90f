// The browser's half of a passkey: what it makes or shows goes into the hidden field of the form, and the form is sent.
const canJson = typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

for (const form of document.querySelectorAll("form[data-passkey]")) if (canJson) prepare(form);

function prepare(form) {
  form.hidden = false;
  const options = JSON.parse(form.dataset.options);
  const making = form.dataset.passkey === "make";
  const button = form.querySelector("button");
  const complaint = form.querySelector("[role=alert]");
  let waiting = null;

  const send = (credential) => {
    form.querySelector("input[type=hidden][name$=Credential]").value = JSON.stringify(credential);
    form.submit();
  };

  const ask = async (mediation) => {
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    return making
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal });
  };

  const act = async () => {
    if (!form.reportValidity()) return;
    complaint.hidden = true;
    try {
      send(await ask("optional"));
    } catch (problem) {
      // Closing the browser's own window is an answer too.
      complaint.hidden = problem.name === "AbortError";
    }
  };
  button.addEventListener("click", act);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });

  // What was just refused is not offered again by itself.
  if (!making && !("refused" in form.dataset)) offerInField();

  async function offerInField() {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    try {
      send(await ask("conditional"));
    } catch {
      // Nobody chose one; the button is still there.
    }
  }
}
