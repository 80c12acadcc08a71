// Runs with the page itself: the reload buttons of the messages that appear when the connection is lost.
document.addEventListener("click", event => {
  if (event.target.closest("[data-reload]")) {
    location.reload();
  }
});
