// Hints open one after the other; how many are open is remembered by the server.
import { act } from './connection.js';

/** For each task its hints, in order. */
const hints = new Map();
const known = {};
let step;

export function prepareHints(ofStep) {
  step = ofStep;
  for (const heading of document.querySelectorAll('[data-task]')) {
    const number = heading.dataset.task;
    const all = [];
    for (let next = heading.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName);
      next = next.nextElementSibling) {
      if (/^Hint \d$/.test(next.querySelector(':scope > summary')?.textContent ?? '')) {
        all.push(next);
      }
    }
    all.forEach((hint, i) => {
      hint.id = `hint-${number}-${i + 1}`;
      hint.addEventListener('toggle', () => opened(number, i));
    });
    hints.set(number, all);
    unlock(number, 0);
  }
}

function opened(number, i) {
  if (hints.get(number)[i].open && i === (known[number] ?? 0)) {
    known[number] = i + 1;
    unlock(number, i + 1);
    act(step, 'hint', number, i + 1);
  }
}

function unlock(number, count) {
  hints.get(number).forEach((hint, i) => hint.hidden = i > count);
}

export function showHints(board) {
  for (const { number, hints: count } of board.tasks.filter(task => hints.has(task.number))) {
    if ((known[number] ?? 0) > count) {
      // It was opened when the server did not know the task yet, or was not there.
      act(step, 'hint', number, count + 1);
    } else {
      known[number] = count;
      unlock(number, count);
    }
  }
}

/** The next hint of a task that is not open yet, or undefined. */
export function nextHint(number) {
  return hints.get(number)?.[known[number] ?? 0];
}
