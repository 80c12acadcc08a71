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
  const listen = event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      page.invokeMethodAsync("OpenPaletteAsync");
    }
  };
  document.addEventListener("keydown", listen);
  return { stop: () => document.removeEventListener("keydown", listen) };
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
}

export function focus(selector) {
  document.querySelector(selector)?.focus();
}

export function scrollIntoView(selector) {
  document.querySelector(selector)?.scrollIntoView({ block: "nearest" });
}

export function print() {
  window.print();
}
