// The page at which a code is typed: it only leads to the address with that code.
const form = document.getElementById('door') as HTMLFormElement;
form.addEventListener('submit', e => {
  e.preventDefault();
  const code = (document.getElementById('code') as HTMLInputElement).value.replace(/[^0-9a-z]/gi, '').toUpperCase();
  if (code) location.assign(`/${code}/`);
});
