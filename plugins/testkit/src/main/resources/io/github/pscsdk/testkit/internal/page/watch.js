// Looks every second whether what the page shows has changed. Without a script, the page has a link or reloads itself.
"use strict";
(() => {
  const region = document.querySelector("[data-watch]");
  if (!region) {
    return;
  }
  const isTyping = () => region.contains(document.activeElement) && Boolean(document.activeElement.value)
      && document.activeElement.matches("input");
  const replace = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = fresh.querySelector("[data-watch]");
    region.replaceChildren(...content.childNodes);
    region.dataset.state = content.dataset.state;
    const status = document.getElementById("status");
    if (status) {
      status.textContent = fresh.getElementById("status").textContent;
    }
  };
  const look = async () => {
    const answer = await fetch(region.dataset.watch, { cache: "no-store" });
    const state = await answer.text();
    if (!answer.ok || state === region.dataset.state || isTyping()) {
      return;
    }
    if ("follow" in region.dataset) {
      location.reload();
    } else {
      await replace();
    }
  };
  const again = () => setTimeout(() => look().catch(() => {}).finally(again), 1000);
  again();
})();
