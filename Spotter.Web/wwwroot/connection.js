// Keeps the page connected, and says what is wrong while it is not.
(() => {
  "use strict";

  // Seconds between attempts: short at first, since a restart takes a few, then long, since nobody may be looking.
  const pauses = [1, 2, 4, 8, 15, 30, 60];
  const line = document.getElementById("connection-line");
  const text = line.querySelector("[data-connection-text]");
  const button = line.querySelector("[data-try-now]");
  const sayings = {
    trying: "Connection lost. Connecting again…",
    offline: "This device is offline.",
    stopped: "Spotter is stopped or just starting. Syncs continue when it runs again.",
    away: "Spotter does not answer: it was stopped, or the network is interrupted. Syncs continue as long as it runs.",
  };

  let isDown = false;
  let isTrying = false;
  let tries = 0;
  let timer = 0;
  let nextAt = 0;
  let saying = "";

  function show(stand) {
    line.hidden = false;
    line.dataset.stand = stand;
    saying = sayings[stand];
    text.textContent = saying;
  }

  // An error comes from a proxy in front of a stopped Spotter. Without any answer, Spotter is out of reach.
  async function look() {
    if (navigator.onLine === false) {
      return "offline";
    }

    try {
      const answer = await fetch(new URL("healthz", document.baseURI), { cache: "no-store", signal: AbortSignal.timeout(5000) });
      return answer.ok ? "there" : "stopped";
    } catch {
      return "away";
    }
  }

  async function attempt() {
    if (!isDown || isTrying) {
      return;
    }

    isTrying = true;
    clearTimeout(timer);
    button.hidden = true;
    show(tries === 0 ? "trying" : line.dataset.stand);
    let stand = await look();
    if (stand === "there") {
      try {
        if (await Blazor.reconnect()) {
          up();
        } else {
          // Spotter was restarted and no longer knows this page. A new page is up to date after its first read.
          spotter.reloadAfterLoss();
        }

        return;
      } catch {
        stand = "away";
      } finally {
        isTrying = false;
      }
    }

    isTrying = false;
    show(stand);
    button.hidden = false;
    nextAt = Date.now() + 1000 * pauses[Math.min(tries++, pauses.length - 1)];
    count();
  }

  // Only the button changes every second, so that a screen reader announces the sentence once and not the countdown.
  function count() {
    const left = Math.ceil((nextAt - Date.now()) / 1000);
    button.textContent = left > 1 ? `Try now (next try in ${left} s)` : "Try now";
    timer = left > 0 ? setTimeout(count, 1000) : setTimeout(attempt, 0);
  }

  function up() {
    isDown = isTrying = false;
    tries = 0;
    clearTimeout(timer);
    line.hidden = true;
  }

  button.addEventListener("click", attempt);
  window.addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && attempt());

  Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => {
          isDown = true;
          attempt();
        },
        onConnectionUp: up,
      },
    },
  });
})();
