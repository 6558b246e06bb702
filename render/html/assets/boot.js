
// Runs before the page is drawn, so that it does not flash as a document first.
document.documentElement.classList.add('js');
if (matchMedia('(min-width: 1000px) and (min-height: 480px)').matches) {
  document.documentElement.classList.add('wide', 'deck');
}
