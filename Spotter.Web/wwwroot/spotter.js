// What the browser must do itself: shortcuts and copying.
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
