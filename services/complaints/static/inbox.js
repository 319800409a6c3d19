// j and k walk through the rows, x ticks the one you stand on; Enter opens it, as on any link. The keys work while the focus is
// in the list and nowhere else, so that they never surprise somebody who speaks or types (WCAG 2.1.4).
const list = document.querySelector('[data-rows]');
const hint = document.querySelector('[data-keys]');

function step(from, by) {
  const rows = [...list.querySelectorAll('tbody tr')];
  const next = rows[rows.indexOf(from) + by];
  next?.querySelector('th a').focus();
}

if (list) {
  hint.hidden = false;
  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest('tbody tr');
    if (!row) return;
    if (event.key === 'j') step(row, 1);
    else if (event.key === 'k') step(row, -1);
    else if (event.key === 'x') row.querySelector('input[type="checkbox"]')?.click();
    else return;
    event.preventDefault();
  });
}
