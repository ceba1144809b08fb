// Keeps an open landing page up to date: counts down the code's time, fetches a new code before it expires, and shows
// changes of the install as they happen. Without the script the page stays as loaded, and its links reload it.
"use strict";
(() => {
  const live = document.getElementById("live");
  if (!live) {
    return;
  }
  const RETRY_MILLIS = [1000, 2000, 5000, 10000, 30000];
  let deadline = 0;
  let stream = null;
  let failures = 0;
  let refreshing = false;

  const byId = (id) => document.getElementById(id);
  const later = (work) => setTimeout(work, RETRY_MILLIS[Math.min(failures++, RETRY_MILLIS.length - 1)]);

  // Replaces the content of a part of the page if it has changed; keyboard focus and open details are kept.
  function replace(id, fresh) {
    const present = byId(id);
    const other = fresh.querySelector("#" + id);
    if (!other || present.innerHTML === other.innerHTML) {
      return;
    }
    const focused = present.contains(document.activeElement) ? document.activeElement.id : "";
    const open = Array.from(present.querySelectorAll("details[open]"), (details) => details.id);
    present.replaceChildren(...other.childNodes);
    for (const details of open) {
      byId(details)?.setAttribute("open", "");
    }
    if (focused) {
      byId(focused)?.focus();
    }
  }

  async function refresh() {
    if (refreshing) {
      return;
    }
    refreshing = true;
    try {
      const answer = await fetch(live.dataset.here, { cache: "no-store", headers: { Accept: "text/html" } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("live");
      if (!fresh) {
        location.assign(live.dataset.here); // signed out
        return;
      }
      replace("status", fresh);
      replace("offer", fresh);
      if (live.querySelector("#phone form") && fresh.querySelector("#phone form")) {
        replace("phone-intro", fresh); // only the texts of a form that stays: the person may be typing
        replace("phone-button", fresh);
      } else {
        replace("phone", fresh);
      }
      live.dataset.state = fresh.dataset.state;
      failures = 0;
      begin();
    } catch (unreachable) {
      const late = Date.now() >= deadline;
      byId("stale")?.toggleAttribute("hidden", !late);
      byId("waiting")?.toggleAttribute("hidden", late);
      byId("ways")?.toggleAttribute("hidden", late);
      later(refresh);
    } finally {
      refreshing = false;
    }
  }

  function begin() {
    const time = byId("time");
    if (!time) {
      return;
    }
    deadline = Date.now() + Number(time.dataset.seconds) * 1000;
    byId("fresh").hidden = true;
    byId("waiting").hidden = false;
    byId("copy").hidden = false;
    show();
  }

  function show() {
    const left = byId("left");
    if (!left) {
      return;
    }
    const seconds = Math.max(0, Math.round((deadline - Date.now()) / 1000));
    left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    if (seconds === 0 && !document.hidden && byId("stale").hidden) {
      refresh();
    }
  }

  function listen() {
    if (stream || document.hidden) {
      return;
    }
    stream = new EventSource(live.dataset.stream);
    stream.addEventListener("state", (event) => {
      failures = 0;
      if (event.data !== live.dataset.state) {
        refresh();
      }
    });
    stream.addEventListener("signed-out", () => location.assign(live.dataset.here));
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null; // refused: signed out, or too many open streams
        later(() => {
          refresh();
          listen();
        });
      }
    });
  }

  // A browser has few connections per server, so a hidden page holds none.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else {
      refresh();
      listen();
    }
  });

  addEventListener("online", refresh);

  document.addEventListener("click", async (event) => {
    if (event.target.id !== "copy") {
      return;
    }
    const code = byId("code");
    const copied = byId("copied");
    try {
      await navigator.clipboard.writeText(code.value);
      copied.textContent = copied.dataset.text;
    } catch (refused) {
      code.focus();
      code.select();
    }
  });

  begin();
  setInterval(show, 1000);
  listen();
})();
