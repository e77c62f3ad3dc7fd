// What the browser must do itself: shortcuts, copying, and the line that says that the connection is away.
(() => {
  "use strict";

  window.spotter = {
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: (name) => (document.documentElement.dataset.theme = name),
    // A dialog's focus trap takes the focus first; the field is to have it last.
    focusInDialog: (element) => setTimeout(() => element?.focus(), 80),
    // As bytes, which come in pieces however many they are. A stream of none is refused, so a line end follows the text.
    textOf: (element) => new TextEncoder().encode(element.value + "\n"),
    submit: (id) => document.getElementById(id).submit(),
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.querySelector("[data-shortcut='ctrl+k']")?.click();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy],[data-reload],[data-reconnect],[data-skip]");
    if (!button) {
      return;
    }

    if ("skip" in button.dataset) {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById(button.dataset.skip)?.focus();
    } else if ("copy" in button.dataset) {
      navigator.clipboard?.writeText(button.dataset.copy).then(() => {
        const before = button.textContent;
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = before), 1500);
      });
    } else if ("reload" in button.dataset) {
      location.reload();
    } else {
      reconnect();
    }
  });

  // Blazor tells the element with this id what becomes of the connection.
  const line = document.getElementById("components-reconnect-modal");
  line?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
    if (detail.state === "rejected") {
      // The server no longer knows this page (it was started again): a fresh one is right after its first read.
      location.reload();
    } else if (detail.state === "failed") {
      document.addEventListener("visibilitychange", reconnectWhenSeen);
    } else if (detail.state === "hide") {
      document.removeEventListener("visibilitychange", reconnectWhenSeen);
    }
  });

  function reconnectWhenSeen() {
    if (document.visibilityState === "visible") {
      reconnect();
    }
  }

  async function reconnect() {
    document.removeEventListener("visibilitychange", reconnectWhenSeen);
    try {
      if (!(await Blazor.reconnect())) {
        location.reload();
      }
    } catch {
      // Still away: the line stays, and looking at the page again tries once more.
      document.addEventListener("visibilitychange", reconnectWhenSeen);
    }
  }
})();
