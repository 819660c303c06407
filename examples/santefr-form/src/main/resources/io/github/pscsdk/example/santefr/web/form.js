// Nothing here is needed: without it the next step plays the sentence back, and values are copied by hand.
const form = document.getElementById("typed");
const said = document.getElementById("said");
let waiting;

async function readAloud() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("action", "said");
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: fields });
  if (answer.ok && !answer.redirected) {
    const read = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("said");
    said.replaceChildren(...read.childNodes);
  }
}

if (form && said) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => readAloud().catch(() => {}), 400);
  });
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    button.classList.replace("main", "plain");
    button.dataset.copied = "";
    document.getElementById("copied").textContent = document.querySelectorAll("button[data-copied]").length;
    const next = document.querySelector("button[data-copy]:not([data-copied])");
    next?.classList.replace("plain", "main");
    next?.focus();
  });
}
