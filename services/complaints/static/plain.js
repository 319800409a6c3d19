// Shows what can be plainer while somebody writes. The rules are the server's, which is asked when the typing pauses;
// without this the same help comes with the page that shows the answer before it is sent.
const form = document.querySelector('#form');
const help = document.querySelector('[data-asks]');
const PAUSE = 800;
let waiting;
let asked = 0;

async function ask() {
  asked += 1;
  const mine = asked;
  const { csrf, text } = form.elements;
  const body = new URLSearchParams({ csrf: csrf.value, text: text.value });
  try {
    const answer = await fetch(help.dataset.asks, { method: 'POST', body });
    const tips = await answer.text();
    if (answer.status === 200 && mine === asked) help.innerHTML = tips;
  } catch {
    // Away for a moment: what is shown stays.
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
