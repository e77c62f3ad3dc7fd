// Dialogs and the browser: "back" closes a dialog, and unsaved input survives a restart of Spotter.
(() => {
  "use strict";

  // ---- Back

  let keeper = null;
  let depth = 0;
  let isOurs = false;
  let leaving = 0;

  spotter.keepDialogs = (reference) => (keeper = reference);

  // Each dialog has its own history entry, so that "back" closes it instead of leaving the page.
  spotter.dialogOpened = () => {
    depth++;
    if (leaving) {
      // One dialog follows another and reuses its entry.
      clearTimeout(leaving);
      leaving = 0;
    } else {
      history.pushState({ ...history.state, spotterDialog: depth }, "");
    }
  };

  spotter.dialogClosed = () => {
    depth = Math.max(0, depth - 1);
    // A dialog that leads to another page has left its entry already, or is about to.
    leaving = setTimeout(() => {
      leaving = 0;
      if ((history.state?.spotterDialog ?? 0) > depth) {
        isOurs = true;
        history.back();
      }
    }, 150);
  };

  // Runs before Blazor's own listener, which must not see this navigation, since the address does not change.
  window.addEventListener("popstate", (event) => {
    if (isOurs) {
      isOurs = false;
      event.stopImmediatePropagation();
    } else if (depth > 0 && (event.state?.spotterDialog ?? 0) < depth) {
      event.stopImmediatePropagation();
      keeper?.invokeMethodAsync("CloseLast");
    }
  }, true);

  // Whoever leaves the page meanwhile would be called back.
  window.addEventListener("beforeunload", () => clearTimeout(leaving));

  // ---- Drafts

  const draftKey = "spotter.draft";
  const lostKey = "spotter.lost";
  // Only an interrupted dialog comes back. Reloading the page by hand starts over.
  let interrupted = sessionStorage.getItem(lostKey) === null ? null : JSON.parse(sessionStorage.getItem(draftKey) ?? "null");
  let current = null;
  let files = [];
  sessionStorage.removeItem(lostKey);
  sessionStorage.removeItem(draftKey);

  spotter.reloadAfterLoss = () => {
    sessionStorage.setItem(lostKey, "1");
    location.reload();
  };

  // The dialog that was open when the connection was lost, or null.
  spotter.interruptedDialog = () => {
    if (interrupted?.path !== location.pathname + location.search) {
      interrupted = null;
    }

    return interrupted && { key: interrupted.key, files: interrupted.files };
  };

  spotter.draftOpened = (key) => {
    current = key;
    files = [];
    if (interrupted?.key === key) {
      fill(interrupted.fields);
    }

    interrupted = null;
    save();
  };

  spotter.draftClosed = (key) => {
    if (current === key) {
      current = null;
      sessionStorage.removeItem(draftKey);
    }
  };

  const inDraft = (selector) => [...document.querySelectorAll(`.mud-dialog:has([data-draft="${CSS.escape(current)}"]) :is(${selector})`)];
  // MudBlazor gives its fields new ids each time.
  const nameOf = (element) => element.dataset.testid || element.id;
  const isChoice = (element) => element.type === "checkbox" || element.type === "radio";

  function save() {
    const fields = {};
    for (const element of inDraft("input, textarea, select")) {
      if (nameOf(element) && element.type !== "file" && element.type !== "password") {
        fields[nameOf(element)] = isChoice(element) ? element.checked : element.value;
      }
    }

    for (const button of inDraft("button[aria-pressed]")) {
      fields[nameOf(button)] = button.getAttribute("aria-pressed") === "true";
    }

    try {
      sessionStorage.setItem(draftKey, JSON.stringify({ key: current, path: location.pathname + location.search, fields, files }));
    } catch {
      // The browser's storage is full: the previous draft stays.
    }
  }

  function fill(fields) {
    for (const button of inDraft("button[aria-pressed]")) {
      if (fields[nameOf(button)] === true && button.getAttribute("aria-pressed") !== "true") {
        button.click();
      }
    }

    for (const element of inDraft("input, textarea, select")) {
      const value = fields[nameOf(element)];
      if (value === undefined || (isChoice(element) ? element.checked === value || (element.type === "radio" && !value) : element.value === value)) {
        continue;
      }

      if (isChoice(element)) {
        element.checked = value;
      } else {
        element.value = value;
        element.dispatchEvent(new Event("input", { bubbles: true }));
      }

      element.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function note(event) {
    if (current === null) {
      return;
    }

    if (event.target.type === "file") {
      files = [...files, ...[...(event.target.files ?? [])].map((file) => file.name)].slice(-50);
    }

    save();
  }

  document.addEventListener("input", note);
  document.addEventListener("change", note);
  // A pressed button is rendered shortly after the click.
  document.addEventListener("click", (event) => current !== null && event.target.closest("button[aria-pressed]") && setTimeout(() => current !== null && save(), 300));
})();
