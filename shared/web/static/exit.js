// The way out, made faster: the page is blank at once, and the browser's way back leads past it.
const exit = document.querySelector('a.exit');
exit.addEventListener('click', (event) => {
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
});
// Come back to on purpose, it is a page again.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
