// The place beside or below the text where the work is shown; it can be folded away.

const KEY = 'folded';

export function prepareWork() {
  const work = document.getElementById('work');
  const fold = document.getElementById('fold');
  const phone = matchMedia('(max-width: 43rem)');
  const set = isFolded => {
    work.classList.toggle('folded', isFolded);
    fold.setAttribute('aria-expanded', String(!isFolded));
  };
  set((localStorage.getItem(KEY) ?? (phone.matches ? 'yes' : 'no')) === 'yes');
  fold.addEventListener('click', () => {
    const isFolded = !work.classList.contains('folded');
    localStorage.setItem(KEY, isFolded ? 'yes' : 'no');
    set(isFolded);
  });
  work.hidden = false;
}

/** What the fold says: the verdict in a line, which is there although the rest is not. */
export function showInShort(text, state) {
  const fold = document.getElementById('fold');
  fold.textContent = text;
  fold.dataset.state = state;
}
