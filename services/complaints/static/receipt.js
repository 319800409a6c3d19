// Asks once more before the page with the code is left, until it is said to be saved. Leaving in a hurry asks nothing.
const ask = (event) => event.preventDefault();
const askNoMore = () => removeEventListener('beforeunload', ask);
addEventListener('beforeunload', ask);
addEventListener('submit', askNoMore, { capture: true });
document.querySelector('a.exit').addEventListener('click', askNoMore, { capture: true });
