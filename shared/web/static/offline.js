// Without a connection a form is not sent: the browser's own page about that would stand where the words stood. They stay, and the
// end of the form says so. Where the browser believes in a connection that is not there, it is as without this script.
const told = document.querySelector('[data-offline]');

function tell() {
  told.textContent = navigator.onLine ? told.dataset.online : told.dataset.offline;
  told.className = `notice ${navigator.onLine ? 'good' : 'warn'}`;
  told.hidden = false;
}

// Before any other script hears of it: none is to begin what cannot be sent. What stands in a dialog has a script that answers itself.
addEventListener('submit', (event) => {
  const { target: form } = event;
  if (navigator.onLine || form.closest('dialog')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.closest('main')) form.append(told);
  tell();
  // The focus stays on the button, which is to be pressed again.
  told.scrollIntoView({ block: 'nearest' });
}, { capture: true });

for (const turn of ['online', 'offline']) addEventListener(turn, () => told.hidden || tell());
