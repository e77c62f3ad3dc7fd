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

  // Files that are dropped anywhere are to be imported. Left alone, the browser would leave the page and show the first of them.
  let isOurs = false; // A picture or a link of the page itself, on its way.
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
      // Only now do the items say what they are.
      importFiles([...event.dataTransfer.items].filter((item) => item.kind === "file").map((item) => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry?.() })));
    }
  });

  // A field for files takes them itself, unless it is busy.
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

  // The dialog has to come from the server first, and its field to be wired; then files are as if they had been chosen there.
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

  // Of a folder the files that may be playlists; music lies beside them.
  async function filesIn(folder, endings) {
    const reader = folder.createReader();
    const found = [];
    for (let more; (more = await new Promise((read, fail) => reader.readEntries(read, fail))).length > 0; ) {
      found.push(...more.filter((entry) => entry.isFile && endings.some((ending) => entry.name.toLowerCase().endsWith(ending))));
    }

    return Promise.all(found.map((entry) => new Promise((read, fail) => entry.file(read, fail))));
  }

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
