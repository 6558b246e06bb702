// Sorts the tables by a column, and filters the advice. Without this script all rows are there.
(() => {
  const language = document.documentElement.lang;
  const key = cell => {
    const value = cell.dataset.sort ?? '';
    return { value, number: value !== '' && !Number.isNaN(Number(value)) ? Number(value) : null, text: value || (cell.querySelector('summary') ?? cell).textContent.trim() };
  };
  const compare = (a, b) => {
    if (a.number !== null && b.number !== null) return a.number - b.number;
    return a.text.localeCompare(b.text, language, { numeric: true });
  };
  for (const table of document.querySelectorAll('table')) {
    const body = table.tBodies[0];
    if (body.rows.length < 2) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.title = table.dataset.sortLabel.replace('%s', head.textContent);
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const rows = [...body.rows].map(row => ({ row, key: key(row.cells[column]) }));
        rows.sort((a, b) => {
          const none = (a.key.text === '') - (b.key.text === ''); // what is not known comes last
          return none || (down ? -1 : 1) * compare(a.key, b.key);
        });
        body.append(...rows.map(r => r.row));
      });
    });
  }
  for (const form of document.querySelectorAll('.choice')) {
    const search = form.querySelector('input');
    const choices = [...form.querySelectorAll('select')];
    const count = form.querySelector('.count');
    const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const rows = [...form.parentElement.querySelectorAll('tbody tr')];
    const texts = rows.map(row => plain(row.textContent));
    for (const choice of choices) {
      const values = new Set(rows.map(row => row.cells[choice.dataset.column].textContent.trim()));
      for (const value of [...values].sort((a, b) => a.localeCompare(b, language))) choice.append(new Option(value, value));
    }
    const apply = () => {
      let shown = 0;
      const wanted = plain(search.value.trim());
      rows.forEach((row, i) => {
        const fits = texts[i].includes(wanted)
          && choices.every(c => !c.value || row.cells[c.dataset.column].textContent.trim() === c.value);
        row.hidden = !fits;
        shown += fits;
      });
      count.textContent = form.dataset.shown.replace('%s', shown).replace('%s', rows.length);
    };
    form.addEventListener('input', apply);
    form.addEventListener('submit', e => e.preventDefault());
    form.hidden = false;
    apply();
  }
})();
