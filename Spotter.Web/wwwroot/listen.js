// Plays songs: twenty seconds from the middle, one at a time, only after a click or a key.
(() => {
  "use strict";

  const seconds = 20;
  const rate = 1 / seconds;
  const audio = document.createElement("audio");
  audio.preload = "none";
  const notice = document.createElement("p");
  notice.className = "sp-hear-notice";
  notice.setAttribute("role", "status");
  document.body.append(audio, notice);

  // What the server has to say is said by its own answer.
  const sayings = {
    undecodable: "This browser cannot play the file.",
    away: "Spotter does not answer.",
    signedOut: "You are signed out. Reload the page to sign in.",
    blocked: "This browser does not play sound here.",
  };

  // What is being heard: its button, the address on it, and from where to where. Null if it is quiet.
  let now = null;

  function start(button, { isConverted = false, follow = 0 } = {}) {
    stop();
    hush();
    const address = button.dataset.listen;
    // The server ends the play before this one, and by its name keeps it from coming back.
    const play = Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
    const url = new URL(`${address}?play=${play}${isConverted ? "&as=mp3" : ""}`, document.baseURI).href;
    now = { button, address, url, isConverted, follow, from: 0, until: Infinity };
    const mine = now;
    show("loading");
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-listen", "aria-current"] });
    audio.src = url;
    audio.play().catch((failure) => failure.name === "NotAllowedError" && now === mine && explain(button, "blocked"));
  }

  function stop() {
    if (!now) {
      return;
    }

    const { button } = now;
    now = null;
    watcher.disconnect();
    button.setAttribute("aria-pressed", "false");
    delete button.dataset.stand;
    button.style.removeProperty("--heard");
    audio.pause();
    // This also ends the request.
    audio.removeAttribute("src");
    audio.load();
  }

  function show(stand) {
    now.button.setAttribute("aria-pressed", "true");
    now.button.dataset.stand = stand;
  }

  function explain(button, what) {
    stop();
    button.dataset.stand = "failed";
    button.title = notice.textContent = sayings[what] ?? what;
    const { left, bottom, top } = button.getBoundingClientRect();
    const isLow = bottom > innerHeight - 90;
    notice.style.setProperty("--left", `${Math.max(8, Math.min(left, innerWidth - 300))}px`);
    notice.style.setProperty("--top", isLow ? "auto" : `${bottom + 6}px`);
    notice.style.setProperty("--bottom", isLow ? `${innerHeight - top + 6}px` : "auto");
  }

  function hide() {
    notice.textContent = "";
  }

  function hush() {
    hide();
    for (const button of document.querySelectorAll("[data-listen][data-stand=failed]")) {
      delete button.dataset.stand;
      button.removeAttribute("title");
    }
  }

  // ---- What the sound does

  audio.addEventListener("loadedmetadata", () => {
    if (now) {
      // What is converted begins in the middle already, and cannot be wound.
      now.from = now.isConverted || !Number.isFinite(audio.duration) ? 0 : Math.max(0, (audio.duration - seconds) / 2);
      now.until = now.from + seconds;
      if (now.from > 0) {
        audio.currentTime = now.from;
      }
    }
  });
  audio.addEventListener("playing", () => now && show("playing"));
  audio.addEventListener("waiting", () => now && show("loading"));
  audio.addEventListener("timeupdate", () => {
    if (now && now.until < Infinity && !audio.seeking) {
      now.button.style.setProperty("--heard", Math.min(1, Math.max(0, (audio.currentTime - now.from) * rate)).toFixed(3));
      if (audio.currentTime >= now.until) {
        end();
      }
    }
  });
  audio.addEventListener("ended", () => now && end());
  audio.addEventListener("error", () => now && audio.error && fail());

  // Candidates that are to be compared follow one another, two of them without another key.
  function end() {
    const { button, follow } = now;
    const next = follow > 0 ? beside(button, 1) : null;
    stop();
    if (next) {
      start(next, { follow: follow - 1 });
    }
  }

  // The element does not say why, so the server is asked once more, for a single byte.
  async function fail() {
    const mine = now;
    let why;
    try {
      const answer = await fetch(mine.url, { headers: { Range: "bytes=0-0" }, cache: "no-store", signal: AbortSignal.timeout(20000) });
      if (answer.redirected || answer.headers.get("content-type")?.startsWith("text/html")) {
        why = "signedOut";
      } else if (answer.status === 409) {
        why = null;
      } else {
        why = answer.ok || answer.status === 416 ? "undecodable" : (await answer.text()) || "away";
      }

      answer.body?.cancel().catch(() => {});
    } catch {
      why = "away";
    }

    if (now !== mine) {
      return;
    }

    if (why === null) {
      // Something else is heard in another tab or on another device.
      stop();
    } else if (why === "undecodable" && !mine.isConverted) {
      start(mine.button, { isConverted: true, follow: mine.follow });
    } else {
      explain(mine.button, why);
    }
  }

  // A button that is gone, or has become another song's, takes its sound along. In a list with a chosen row, the sound follows the choice.
  const watcher = new MutationObserver((changes) => {
    if (now && (!now.button.isConnected || now.button.dataset.listen !== now.address)) {
      stop();
      return;
    }

    const chosen = changes.find(({ type, attributeName, target }) => type === "attributes" && attributeName === "aria-current" && target.getAttribute("aria-current") === "true"
      && target.closest("[data-listens]")?.contains(now?.button))?.target.querySelector("[data-listen]");
    if (chosen && chosen !== now.button) {
      start(chosen);
    }
  });

  window.addEventListener("pagehide", stop);
  // The notice does not move with its button, which keeps it as its tooltip.
  window.addEventListener("scroll", hide, { capture: true, passive: true });
  window.addEventListener("resize", hide);

  // ---- Buttons and keys

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-listen]");
    if (button) {
      toggle(button);
    } else {
      hush();
    }
  });

  function toggle(button, options) {
    if (now?.button === button) {
      stop();
    } else {
      start(button, options);
    }
  }

  // The next or previous song of the same list, or null at its end.
  function beside(button, step) {
    const all = [...(button.closest("[data-listens], [data-rows]")?.querySelectorAll("[data-listen]") ?? [])];
    return all[all.indexOf(button) + step] ?? null;
  }

  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  // Before Blazor's own listener: an arrow that goes from song to song must not move anything else.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }

    const { key, target } = event;
    const isHandled = key === " " ? space(target) : key in steps && arrow(target, key);
    if (isHandled) {
      event.preventDefault();
      event.stopPropagation();
    } else if (key === "Escape") {
      hush();
    }
  }, true);

  function space(target) {
    const place = [...document.querySelectorAll("[role='dialog']")].at(-1) ?? document;
    const field = target.closest?.("[data-listens-in]");
    if (field && target.value === "") {
      // In an empty field a space says nothing, so it plays the song that Enter would choose.
      const button = place.querySelector("[data-listens] [aria-current='true'] [data-listen]");
      return !!button && (toggle(button), true);
    }

    // A button is pressed by its space.
    const first = place.querySelector("[data-listens] [data-listen]");
    if (!first || target.closest?.("button, a, input, textarea, select, summary, [role=button], [role=menuitem], [contenteditable]")) {
      return false;
    }

    toggle(now && place.contains(now.button) ? now.button : first, { follow: 1 });
    return true;
  }

  function arrow(target, key) {
    const onButton = target.closest?.("[data-listen]");
    const inHand = now?.button.closest("[data-listens]") && steps[key] && (key === "ArrowLeft" || key === "ArrowRight") && !target.closest?.("input, textarea, select") ? now.button : null;
    const button = onButton ?? inHand;
    if (!button) {
      return false;
    }

    const next = beside(button, steps[key]);
    if (next) {
      const goesOn = now !== null;
      if (onButton) {
        next.focus({ preventScroll: true });
        (next.closest("[data-row]") ?? next).scrollIntoView({ block: "nearest" });
      }

      if (goesOn) {
        start(next);
      }
    }

    return true;
  }
})();
