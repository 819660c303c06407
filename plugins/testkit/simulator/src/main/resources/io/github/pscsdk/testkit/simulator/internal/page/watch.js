// Looks every second whether what the page shows has changed, and changes that alone: focus and what is being typed stay.
// Without a script, the page has a link or reloads itself.
"use strict";
(() => {
  const watched = document.querySelector("[data-watch]");
  const ticking = document.querySelectorAll("[data-text]");
  const lost = document.getElementById("lost");
  if (!watched) {
    return;
  }

  const read = async (address) => {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) {
      throw new Error(`${address} answers ${answer.status}`);
    }
    return answer.text();
  };

  /** Makes the children of one element like those of another; what is equal in both is not touched. */
  const merge = (part, fresh) => {
    const left = [...part.children];
    const wanted = [...fresh.children].map((child) => {
      const same = left.findIndex((known) => known.isEqualNode(child));
      return same < 0 ? child : left.splice(same, 1)[0];
    });
    left.forEach((child) => child.remove());
    let place = part.firstElementChild;
    for (const child of wanted) {
      if (child === place) {
        place = place.nextElementSibling;
      } else {
        part.insertBefore(child, place);
      }
    }
  };

  const renew = async () => {
    const fresh = new DOMParser().parseFromString(await read(location.href), "text/html");
    const focused = document.activeElement;
    const around = focused?.closest("[data-part]");
    for (const part of document.querySelectorAll("[data-part]")) {
      merge(part, fresh.getElementById(part.id));
    }
    watched.dataset.state = fresh.querySelector("[data-watch]").dataset.state;
    document.title = fresh.title;
    if (around && !focused.isConnected) {
      around.focus(); // what had the focus is gone: go on from where it was
    }
  };

  const look = async () => {
    for (const text of ticking) {
      text.textContent = await read(text.dataset.text);
    }
    if (await read(watched.dataset.watch) === watched.dataset.state) {
      return;
    }
    if ("follow" in watched.dataset) {
      location.reload();
      await new Promise(() => {}); // for good: to look again would break off a way back that takes its time
    } else {
      await renew();
    }
  };

  const again = () => setTimeout(() => look()
      .then(() => { lost.hidden = true; }, () => { lost.hidden = false; })
      .finally(again), 1000);
  again();
})();
