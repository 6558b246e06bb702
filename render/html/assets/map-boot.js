// Runs before the page is drawn: without it, all pictures are shown below each other.
document.documentElement.classList.add('js');
