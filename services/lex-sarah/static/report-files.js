// Says that a file is on its way, and locks the page when nobody is there. Nothing is kept in the browser.
(() => {
  'use strict';
  const form = document.getElementById('form');
  const told = document.getElementById('sending');
  const locksAfter = Number(form.dataset.locksAfter);
  const { lock } = form.dataset;
  let seen = Date.now();
  let leaves = false;

  // Heard as well as seen. A second press would send the file twice.
  form.addEventListener('submit', (event) => {
    if (leaves) return event.preventDefault();
    leaves = true;
    told.textContent = told.dataset.sending;
  });

  const away = async () => {
    leaves = true;
    document.querySelector('main').hidden = true;
    const body = new URLSearchParams({ csrf: form.elements.csrf.value });
    try { await fetch(lock, { method: 'POST', body }); } finally { location.reload(); }
  };

  for (const sign of ['input', 'keydown', 'pointerdown', 'pointermove', 'scroll', 'touchstart']) {
    document.addEventListener(sign, () => { seen = Date.now(); }, { passive: true });
  }
  // Back from the browser's memory after it was sent.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  setInterval(() => { if (!leaves && Date.now() - seen >= locksAfter) away(); }, 1000);
})();
