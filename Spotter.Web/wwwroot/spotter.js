// What the browser must do itself: shortcuts and copying.
(() => {
  "use strict";

  window.spotter = {
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: (name) => (document.documentElement.dataset.theme = name),
    // As bytes, which come in pieces however many they are. A stream of none is refused, so a line end follows the text.
    textOf: (element) => new TextEncoder().encode(element.value + "\n"),
    show: (id) => document.getElementById(id)?.scrollIntoView({ block: "nearest" }),
    submit: (id) => document.getElementById(id).submit(),
  };

  document.addEventListener("keydown", (event) => {
    // In a field above a list the arrows move the choice, not the caret.
    if ((event.key === "ArrowUp" || event.key === "ArrowDown") && event.target.closest?.("[data-arrows]")) {
      event.preventDefault();
    }

    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      press("ctrl+k");
    } else if (event.key === "?" && !event.target.closest?.("input, textarea, select")) {
      press("?");
    }
  });

  function press(shortcut) {
    if (!document.querySelector("[role='dialog']")) {
      document.querySelector(`[data-shortcut="${shortcut}"]`)?.click();
    }
  }

  // In a list of rows: J and K go to the next and the one before, and a letter presses the row's button that has it.
  document.addEventListener("keydown", (event) => {
    const list = document.querySelector("[data-rows]");
    if (!list || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [role='dialog'], [popover]")) {
      return;
    }

    const key = event.key.toLowerCase();
    const rows = [...list.querySelectorAll("[data-row]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (key === "j" || key === "k") {
      const row = rows[at < 0 ? 0 : Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), rows.length - 1)];
      row?.querySelector("button, a[href]")?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    } else if (at >= 0) {
      rows[at].querySelector(`[data-key="${CSS.escape(key)}"]`)?.click();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy],[data-skip]");
    if (!button) {
      return;
    }

    if ("skip" in button.dataset) {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById(button.dataset.skip)?.focus();
    } else {
      navigator.clipboard?.writeText(button.dataset.copy).then(() => {
        const before = button.textContent;
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = before), 1500);
      });
    }
  });
})();
