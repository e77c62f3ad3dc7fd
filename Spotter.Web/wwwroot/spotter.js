// What only the browser can do: shortcuts, copying, dropped files.
(() => {
  "use strict";

  window.spotter = {
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: (name) => {
      document.documentElement.dataset.theme = name;
      // The colour of the window's frame: there is one for each mode of the system.
      for (const color of document.querySelectorAll("meta[name='theme-color']")) {
        const isLight = name === "light" || (name === "system" && color.media.includes("light"));
        color.content = isLight ? "#F6F7F9" : "#0F1216";
      }
    },
    // The focus trap of a dialog takes the focus first; this element gets it last.
    focusInDialog: (element) => setTimeout(() => element?.focus(), 80),
    // As bytes, which are streamed in chunks however many there are. An empty stream is rejected, so a line end follows the text.
    textOf: (element) => new TextEncoder().encode(element.value + "\n"),
    show: (id) => document.getElementById(id)?.scrollIntoView({ block: "nearest" }),
    submit: (id) => document.getElementById(id).submit(),
  };

  document.addEventListener("keydown", (event) => {
    // In a field above a list, the arrow keys move the selection instead of the caret.
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

  // In a list of rows, J and K go to the next and previous row, and a letter presses the row's button for it.
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

  // A list that is longer than what is shown of it gets its next part before one has scrolled to the end, and each part once.
  let asked = "";
  document.addEventListener("scroll", () => {
    const more = document.querySelector("[data-more]");
    if (more && more.dataset.more !== asked && more.getBoundingClientRect().top < innerHeight + 800) {
      asked = more.dataset.more;
      more.click();
    }
  }, { passive: true, capture: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy],[data-reload],[data-skip]");
    if (!button) {
      return;
    }

    if ("skip" in button.dataset) {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById(button.dataset.skip)?.focus();
    } else if ("reload" in button.dataset) {
      location.reload();
    } else {
      navigator.clipboard?.writeText(button.dataset.copy).then(() => {
        const before = button.textContent;
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = before), 1500);
      });
    }
  });

  // The player is fetched with the first song that can be heard.
  const { player, playerStyle } = document.currentScript.dataset;
  new MutationObserver((_, waiting) => {
    if (document.querySelector("[data-listen]")) {
      waiting.disconnect();
      document.head.append(
        Object.assign(document.createElement("link"), { rel: "stylesheet", href: playerStyle }),
        Object.assign(document.createElement("script"), { src: player }));
    }
  }).observe(document.body, { childList: true, subtree: true });

  // Files that are dropped anywhere are imported. By default, the browser would leave the page and show the first of them.
  let isOurs = false; // Set while a picture or link of the page itself is dragged.
  document.addEventListener("dragstart", () => (isOurs = true));
  document.addEventListener("dragend", () => (isOurs = false));
  document.addEventListener("dragover", (event) => {
    if (bringsFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      document.documentElement.toggleAttribute("data-dragging", true);
    } else {
      document.documentElement.toggleAttribute("data-dragging", false);
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      document.documentElement.toggleAttribute("data-dragging", false);
    }
  });
  document.addEventListener("drop", (event) => {
    document.documentElement.toggleAttribute("data-dragging", false);
    if (bringsFiles(event)) {
      event.preventDefault();
      // The items' types are only readable now.
      importFiles([...event.dataTransfer.items].filter((item) => item.kind === "file").map((item) => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry?.() })));
    }
  });

  // An enabled file field takes dropped files itself.
  function bringsFiles(event) {
    return !isOurs && event.dataTransfer?.types.includes("Files") && !event.target.closest?.("input[type='file']:enabled");
  }

  async function importFiles(dropped) {
    if (!document.querySelector("[data-takes-files]")) {
      document.querySelector("[data-opens-import]")?.click();
    }

    const endings = (await readyField())?.accept.split(",") ?? [];
    const kept = new DataTransfer();
    for (const { file, entry } of dropped) {
      (entry?.isDirectory ? await filesIn(entry, endings) : [file]).forEach((one) => kept.items.add(one));
    }

    const field = kept.files.length > 0 ? await readyField() : null;
    if (field) {
      field.files = kept.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  // The server has to render the dialog and connect its field first. Then the files are handled as if they had been chosen there.
  async function readyField() {
    for (let attempt = 0; attempt < 300; attempt++) {
      const field = document.querySelector("[data-takes-files='ready']");
      if (field && "_blazorInputFileNextFileId" in field) {
        return field;
      }

      await new Promise((later) => setTimeout(later, 50));
    }

    return null;
  }

  // Only the files of a folder that may be playlists, since there is usually music beside them.
  async function filesIn(folder, endings) {
    const reader = folder.createReader();
    const found = [];
    for (let more; (more = await new Promise((read, fail) => reader.readEntries(read, fail))).length > 0; ) {
      found.push(...more.filter((entry) => entry.isFile && endings.some((ending) => entry.name.toLowerCase().endsWith(ending))));
    }

    return Promise.all(found.map((entry) => new Promise((read, fail) => entry.file(read, fail))));
  }
})();
