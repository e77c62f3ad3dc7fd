// Keeps the keyboard focus: it moves into a panel that opens, and to the nearest element if the focused one is removed.
(() => {
  "use strict";

  const Focusable = ":is(a[href], button, input, select, textarea, summary, [tabindex]):not([tabindex='-1'], :disabled, [type='hidden'], .pointer-events-none)";
  const Remembered = 8;

  // Where the focus was, newest last: the element and its ancestors from the inside out, each with its index in its parent.
  let places = [];

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches?.(Focusable) && !target.matches?.("h1")) {
      return;
    }

    // A panel closes when the focus leaves it.
    const panel = document.querySelector("[popover]:popover-open");
    if (panel && !panel.contains(target) && !target.hasAttribute("popovertarget")) {
      panel.hidePopover();
    }

    // What closes behind a dialog, such as the menu that opened it, returns the focus too late.
    const dialog = [...document.querySelectorAll("[role='dialog']")].at(-1);
    if (dialog && !dialog.contains(target) && !target.closest(".mud-popover-provider, #mud-snackbar-container")) {
      inside(dialog).find(canHaveFocus)?.focus();
      return;
    }

    const path = [];
    for (let element = target; element.parentElement && element !== document.body; element = element.parentElement) {
      path.push({ element, parent: element.parentElement, index: [...element.parentElement.children].indexOf(element) });
    }

    // Only the last place in a dialog counts, so that the element that had the focus before the dialog is not forgotten.
    places = [...places.filter(([{ element }]) => element !== target && !dialog?.contains(element)), path].slice(-Remembered);
  });

  // A click on nothing clears the focus.
  document.addEventListener("pointerdown", ({ target }) => {
    if (!target.closest?.(`${Focusable}, label, [tabindex]`)) {
      places = [];
    }
  });

  new MutationObserver(() => {
    const had = places.at(-1)?.[0].element;
    if (had && !had.isConnected) {
      keep();
    } else if (had?.disabled) {
      // A button is often disabled only while it is busy.
      setTimeout(keep, 400);
    }
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });

  function keep() {
    if (document.activeElement && document.activeElement !== document.body) {
      return;
    }

    for (let place = places.at(-1); place; places.pop(), place = places.at(-1)) {
      const found = canHaveFocus(place[0].element) ? place[0].element : nearest(place);
      if (found) {
        found.focus({ preventScroll: true });
        return;
      }
    }
  }

  // Within the innermost ancestor that still exists: what replaced the element, or else the page's heading.
  function nearest(path) {
    for (const { element, parent, index } of path) {
      if (!parent.isConnected || parent === document.body) {
        continue;
      }

      const at = Math.max(0, inside(element).indexOf(path[0].element));
      const here = inside(parent.children[Math.min(index, parent.children.length - 1)]);
      const found = here[Math.min(at, here.length - 1)] ?? inside(parent)[0];
      if (parent.id === "content") {
        return parent.querySelector("h1") ?? found;
      }

      if (found) {
        return found;
      }
    }

    return undefined;
  }

  function inside(element) {
    return !element ? [] : [element, ...element.querySelectorAll(Focusable)].filter((candidate) => candidate.matches(Focusable) && (!candidate.isConnected || canHaveFocus(candidate)));
  }

  function canHaveFocus(element) {
    return element.isConnected && !element.disabled && element.checkVisibility({ visibilityProperty: true });
  }

  // A panel of the top bar.
  document.addEventListener("toggle", ({ target, newState }) => {
    if (newState === "open" && target.matches("[popover]")) {
      target.querySelector(Focusable)?.focus();
    }
  }, true);

  document.addEventListener("click", ({ target }) => target.closest?.("[popover] :is(a[href], button)")?.closest("[popover]:popover-open")?.hidePopover());
})();
