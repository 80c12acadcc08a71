// What only the browser knows or can do. Everything else happens on the server.

export function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function theme() {
  return document.documentElement.dataset.theme ?? "system";
}

export function setTheme(choice) {
  if (choice === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = choice;
  }

  // A cookie, so that the server can send the first byte in the right colours.
  document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=lax`;
}

export function onPaletteKey(page) {
  // What is typed while the palette is still on its way from the server, or null when it isn't.
  let early = null;

  const listen = event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      early = "";
      page.invokeMethodAsync("OpenPaletteAsync");
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const input = document.querySelector("#palette-input");

      if (input) {
        input.focus();
      } else if (early !== null) {
        event.preventDefault();
        early += event.key;
      }
    } else if (event.key === "Escape") {
      early = null;
    }
  };
  const hand = event => {
    if (event.target.id === "palette-input") {
      // The component library leaves its dialogs without a name.
      event.target.closest("[role=dialog]")?.setAttribute("aria-label", "Find anything");
    }

    if (early !== null && event.target.id === "palette-input") {
      event.target.value = early + event.target.value;
      early = null;
      event.target.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  document.addEventListener("focusin", hand);
  document.addEventListener("keydown", listen);
  return {
    stop: () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("focusin", hand);
    }
  };
}

export function onArrows(box, links) {
  const listen = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];

    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    const stops = [document.querySelector(box), ...document.querySelectorAll(links)];
    const at = stops.indexOf(document.activeElement);

    if (at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  };
  document.addEventListener("keydown", listen);
  return { stop: () => document.removeEventListener("keydown", listen) };
}

export function focus(selector) {
  const there = document.querySelector(selector);
  if (there) {
    there.focus();
    return;
  }

  // What is being rendered may arrive just after this call.
  const arrival = new MutationObserver(() => {
    const element = document.querySelector(selector);
    if (element) {
      arrival.disconnect();
      element.focus();
    }
  });
  arrival.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => arrival.disconnect(), 1000);
}

export function scrollIntoView(selector) {
  document.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not over a connection without encryption, or forbidden by the visitor.
    return false;
  }
}

// The text of an element, onto the clipboard; where the browser doesn't lend it, the text is left selected.
export async function copyFrom(selector) {
  const element = document.querySelector(selector);
  if (await copy(element?.textContent ?? "")) {
    return true;
  }

  if (element) {
    element.focus();
    getSelection().selectAllChildren(element);
  }

  return false;
}

// Keys that copy, each with the selector of what it copies, while nobody types and no dialog is open.
export function onCopyKeys(page, keys) {
  const listen = async event => {
    const key = event.key.toLowerCase();
    const selector = keys[key];
    const isTyping = event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
    if (!selector || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat || isTyping || document.querySelector("[role=dialog]")) {
      return;
    }

    event.preventDefault();
    await page.invokeMethodAsync("OnCopied", key, await copyFrom(selector));
  };
  document.addEventListener("keydown", listen);
  return { stop: () => document.removeEventListener("keydown", listen) };
}

// What the visitor chose the last time, kept as a cookie like the colours; null when nothing was.
export function remembered(name) {
  return document.cookie.split("; ").find(cookie => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

export function remember(name, choice) {
  document.cookie = `${name}=${choice}; path=/; max-age=31536000; samesite=lax`;
}

export function textOf(selector) {
  // A stream has at least one byte.
  return new TextEncoder().encode((document.querySelector(selector)?.value ?? "") + "\n");
}

export function clear(selector) {
  const field = document.querySelector(selector);
  if (field) {
    field.value = "";
    field.focus();
  }
}

export async function download(name, stream) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function print() {
  window.print();
}
