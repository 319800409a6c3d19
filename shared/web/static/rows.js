// j and k walk through the rows of a list, x ticks the one you stand on where rows can be ticked; Enter opens it, as on any link.
// The keys work while the focus is in the list and nowhere else, so that they never surprise somebody who speaks or types
// (WCAG 2.1.4).
const list = document.querySelector('[data-rows]');
const hint = document.querySelector('[data-keys]');

function step(from, by) {
  const rows = [...list.querySelectorAll('tbody tr')];
  rows[rows.indexOf(from) + by]?.querySelector('th a').focus();
}

const KEYS = {
  j: (row) => step(row, 1),
  k: (row) => step(row, -1),
  x: (row) => row.querySelector('input[type="checkbox"]')?.click(),
};

if (list) {
  hint.hidden = false;
  list.addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    const row = event.target.closest('tbody tr');
    if (!act || !row || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(row);
  });
}
