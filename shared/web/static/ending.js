// Warns before the log-in ends and asks whether somebody is still there (WCAG 2.2.1). The server says how long it lasts: another tab
// may have made it longer. What the dialog says stays until it is answered, or is no longer true.
const dialog = document.querySelector('dialog[data-left]');
const form = dialog.querySelector('form');
const title = dialog.querySelector('h2');
const told = dialog.querySelector('[role="status"]');
const WARNS = Number(dialog.dataset.warns);
let ends = Date.now() + 1000 * dialog.dataset.left;
let isLast = 'last' in dialog.dataset;
let said = '';
let wrote = -Infinity;
let timer;

async function ask(how) {
  try {
    const answer = await fetch(form.action, how);
    if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
    const { left, is_last } = await answer.json();
    [ends, isLast] = [Date.now() + 1000 * left, is_last];
    look();
  } catch {
    look(how && told.dataset.notNow);
  }
}

const stay = () => ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) });

// Whoever writes is there, and is not asked in the middle of a word.
const wake = () => (Date.now() - wrote < 60_000 && !isLast && !dialog.open ? stay() : ask());

function look(fault) {
  clearTimeout(timer);
  const left = Math.round((ends - Date.now()) / 1000);
  if (left > WARNS) {
    said = '';
    if (dialog.open) dialog.close();
    timer = setTimeout(wake, 1000 * (left - WARNS));
  } else if (left > 0) {
    // In minutes, and in quarters of the last: heard as well as seen, and not every second.
    const [unit, words] = left > 60 ? [60, told.dataset.minutes] : [15, told.dataset.seconds];
    const count = Math.ceil(left / unit);
    show(isLast ? 'last' : 'idle', fault || words.replace('%', unit === 60 ? count : 15 * count));
    timer = setTimeout(wake, 1000 * (left - unit * (count - 1)));
  } else {
    show('over', '');
  }
}

function show(when, words) {
  if (told.textContent !== words) told.textContent = words;
  if (said === when) return;
  said = when;
  title.textContent = title.dataset[when];
  for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = !part.dataset.when.split(' ').includes(when);
  if (!dialog.open) dialog.showModal();
  title.focus();
}

form.addEventListener('submit', (event) => {
  if (event.submitter.formMethod === 'dialog') return;
  event.preventDefault();
  stay();
});
// To wave the question away is to be there.
dialog.addEventListener('cancel', (event) => {
  if (said !== 'idle') return;
  event.preventDefault();
  stay();
});
addEventListener('input', () => { wrote = Date.now(); });
// Back from another tab, where one may have logged in again, or from a lid that was shut.
for (const back of ['focus', 'visibilitychange']) {
  addEventListener(back, () => document.visibilityState === 'visible' && Date.now() > ends - 1000 * WARNS && ask());
}
look();
