// Sends a chosen file in parts, so that a lost connection costs a part and not the file. Without this script the form sends it whole.
const form = document.querySelector('form[data-parts]');
const chosen = form.querySelector('input[type=file]');
const told = form.querySelector('[data-sending]');
const { begin, parts, added } = form.dataset;
const { sending, lost } = told.dataset;
const csrf = form.elements.csrf.value;
const PART = 1024 * 1024;
const LONGEST_WAIT = 30_000;

form.addEventListener('submit', async (event) => {
  const [file] = chosen.files;
  const { submitter } = event;
  if (!file || submitter?.name === 'remove') return;
  event.preventDefault();
  form.inert = true;
  const { problem, name } = await send(file);
  form.inert = false;
  if (problem) {
    told.textContent = problem;
    told.classList.add('error');
    chosen.focus();
  } else if (submitter?.name === 'add') {
    location.assign(added);
  } else {
    chosen.value = '';
    if (form.elements.sent) form.elements.sent.value = name;
    form.requestSubmit(submitter);
  }
});

async function send(file) {
  told.classList.remove('error');
  const announced = new URLSearchParams({ csrf, name: file.name, size: file.size });
  let { offset, problem, file: name } = await ask(begin, announced);
  while (!problem && offset < file.size) {
    // Heard as well as seen: every tenth, not every part.
    told.textContent = sending.replace('%', Math.floor((10 * offset) / file.size) * 10);
    ({ offset, problem } = await ask(`${parts}?fran=${offset}`, file.slice(offset, offset + PART), { 'x-file': name }));
  }
  return { problem, name };
}

// What a lost connection or a service that is away does not answer is asked again.
async function ask(address, body, more) {
  for (let wait = 1000; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    const answer = await fetch(address, { method: 'POST', body, headers: { 'x-csrf': csrf, ...more } }).catch(() => undefined);
    if (answer?.ok) return answer.json();
    if (answer && answer.status < 500 && answer.status !== 409) return { problem: told.dataset.refused };
    told.textContent = lost;
    await new Promise((again) => {
      setTimeout(again, wait);
      addEventListener('online', again, { once: true });
    });
  }
}
