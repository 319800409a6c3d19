// Saves as one types: for those who are logged in, and once a code has been asked for. The form says where (data-saves), and in which words that is told.
const form = document.querySelector('form[data-saves]');
const told = document.querySelector('[data-told]');
const PAUSE = 3000;
let pause = PAUSE;
let waiting;

async function save() {
  clearTimeout(waiting);
  waiting = undefined;
  const body = new URLSearchParams(new FormData(form));
  try {
    const { status, headers } = await fetch(form.dataset.saves, { method: 'POST', body, keepalive: true });
    if (status !== 204) {
      told.textContent = told.dataset.notNow;
      // What is refused now is refused again: only what somebody types next is another try.
      if (status >= 500) later();
      return;
    }
    pause = PAUSE;
    const seen = headers.get('etag');
    if (seen && form.elements.seen) form.elements.seen.value = seen.replaceAll('"', '');
    const time = new Date().toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
    told.textContent = told.dataset.told.replace('%', time);
  } catch {
    told.textContent = told.dataset.notNow;
    later();
  }
}

// A deserted page stops asking in the end, so that its log-in can end too.
function later() {
  pause *= 2;
  if (pause < 300_000) waiting ??= setTimeout(save, pause);
}

// Not at each letter, and not only when the typing stops.
function soon() {
  pause = PAUSE;
  waiting ??= setTimeout(save, PAUSE);
}

if (form) {
  form.addEventListener('input', soon);
  // What the form itself sends is not overtaken by something older.
  form.addEventListener('submit', () => clearTimeout(waiting));
  document.addEventListener('visibilitychange', () => document.hidden && waiting && save());
}
