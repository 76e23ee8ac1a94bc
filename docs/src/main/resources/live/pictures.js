// A picture that tells an order of events is gone through step by step, if the reader likes.
import { make } from './make.js';

/** Between a step and the next one, in the picture's own units. */
const GAP = 6;

export function preparePictures() {
  for (const figure of document.querySelectorAll('figure.drawing')) {
    const drawings = [...figure.querySelectorAll('svg')];
    const words = drawings[0].getAttribute('aria-label').split('; ');
    const ends = endsOf(drawings[0], words);
    if (ends) {
      figure.append(bar(figure, words, ends));
    }
  }
}

/**
 * Where the picture is to be cut so that so many steps are seen: parts of its height, from below.
 * Nothing if it tells no order of events.
 */
function endsOf(svg, words) {
  const texts = [...svg.querySelectorAll('text')].map(text => ({ y: Number(text.getAttribute('y')), text }))
    .filter(({ text }) => !text.previousElementSibling?.hasAttribute('rx')) // those are the partners
    .sort((a, b) => a.y - b.y);
  const isOrder = texts.length === words.length
      && texts.every(({ text }, i) => words[i].endsWith(`: ${text.textContent}`));
  if (!isOrder) {
    return null;
  }
  const { y, height } = svg.viewBox.baseVal;
  return [...texts.map(one => 1 - (one.y - GAP - y) / height), 0];
}

function bar(figure, words, ends) {
  const seen = make('p', '');
  seen.setAttribute('role', 'status');
  const [start, back, next, whole] = ['Step by step', 'Back', 'Next', 'Whole picture'].map(button);
  let at = words.length;
  const show = (now, focus) => {
    at = now;
    const isWhole = focus === start;
    figure.style.setProperty('--unseen', isWhole ? '0%' : `${100 * ends[at]}%`);
    seen.textContent = isWhole ? '' : sentence(words, at);
    start.hidden = !isWhole;
    [back, next, whole].forEach(one => one.hidden = isWhole);
    back.disabled = at === 0;
    next.disabled = at === words.length;
    (focus.disabled ? whole : focus).focus();
  };
  start.addEventListener('click', () => show(0, next));
  back.addEventListener('click', () => show(at - 1, at === 1 ? next : back));
  next.addEventListener('click', () => show(at + 1, next));
  whole.addEventListener('click', () => show(words.length, start));
  [back, next, whole].forEach(one => one.hidden = true);
  return make('div', 'steps', start, back, next, whole, seen);
}

function button(words) {
  const button = make('button', '', words);
  button.type = 'button';
  return button;
}

function sentence(words, at) {
  return at === 0 ? `0 of ${words.length}: nothing has happened yet.`
    : `${at} of ${words.length}: ${words[at - 1]}.`;
}
