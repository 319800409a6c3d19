// Without a connection a form is not sent: the browser's own page about that would stand where the words stood. They stay, and the
// end of the form says so. Where the browser believes in a connection that is not there, it is as without this script.
const told = document.querySelector('[data-offline]');

// Some browsers believe in no connection where there is one: then a small file comes all the same.
const answers = () => fetch('/static/favicon.svg', { cache: 'no-store' }).then(() => true, () => false);

function tell(isBack) {
  told.textContent = isBack ? told.dataset.online : told.dataset.offline;
  told.className = `notice ${isBack ? 'good' : 'warn'}`;
  told.hidden = false;
}

// Before any other script hears of it: none is to begin what cannot be sent. What stands in a dialog has a script that answers itself.
let passed;
addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  if (navigator.onLine || form === passed || form.closest('dialog')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await answers()) {
    passed = form;
    form.requestSubmit(submitter);
    return;
  }
  if (form.closest('main')) form.append(told);
  tell(false);
  // The focus stays on the button, which is to be pressed again.
  told.scrollIntoView({ block: 'nearest' });
}, { capture: true });

for (const turn of ['online', 'offline']) addEventListener(turn, () => told.hidden || tell(navigator.onLine));
