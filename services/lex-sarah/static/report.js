// Keeps what somebody writes on the server every few seconds, and locks the page when nobody is there. Nothing is kept in the browser.
(() => {
  'use strict';
  const form = document.getElementById('form');
  const told = document.getElementById('kept');
  const locksAfter = Number(form.dataset.locksAfter);
  const written = () => new URLSearchParams(new FormData(form)).toString();

  let kept = written();
  let seen = Date.now();
  let leaves = false;

  const send = (pressed) => {
    const body = new URLSearchParams(new FormData(form));
    body.set('pressed', pressed);
    return fetch(form.action, { method: 'POST', body, keepalive: body.toString().length < 60000 });
  };

  const keep = async () => {
    const now = written();
    if (leaves || now === kept) return;
    try {
      const answer = await send('keep');
      if (answer.status !== 204) throw new Error();
      kept = now;
      told.textContent = told.dataset.kept.replace('{time}', new Date().toTimeString().slice(0, 5).replace(':', '.'));
    } catch {
      told.textContent = told.dataset.notKept;
    }
  };

  const lock = async () => {
    leaves = true;
    form.hidden = true;
    try { await send('lock'); } finally { location.replace(form.action); }
  };

  for (const sign of ['input', 'keydown', 'pointerdown', 'pointermove', 'scroll', 'touchstart']) {
    document.addEventListener(sign, () => { seen = Date.now(); }, { passive: true });
  }
  form.addEventListener('submit', () => { leaves = true; });
  setInterval(keep, 5000);
  setInterval(() => { if (!leaves && Date.now() - seen >= locksAfter) lock(); }, 1000);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
})();
