// What is printed, piece by piece, as in a terminal.
import { make } from './make.js';

/** What is not shown of a terminal's text: changes of color, and carriage returns. */
const INVISIBLE = /\u001b\[[0-9;]*m|\r/g;

/**
 * What it gives shows pieces: it adds what is new; a reader who has scrolled up or marked something
 * is left alone.
 */
export function terminal(output) {
  let shown = { name: '', number: -1 };
  return (name, pieces) => {
    const first = pieces[0]?.number ?? 0;
    const isAtEnd = output.scrollHeight - output.scrollTop - output.clientHeight < 30;
    if (shown.name !== name || shown.number > (pieces.at(-1)?.number ?? -1)) {
      output.replaceChildren();
      shown = { name, number: -1 };
    }
    for (const { number, isError, text } of pieces.filter(one => one.number > shown.number)) {
      const piece = make('span', isError ? 'stderr' : 'stdout', visible(text));
      piece.dataset.number = number;
      output.append(piece);
      shown.number = number;
    }
    while (output.firstElementChild?.dataset.number < first) {
      output.firstElementChild.remove();
    }
    if (isAtEnd) {
      output.scrollTop = output.scrollHeight;
    }
  };
}

/** Control characters as escapes: they do nothing here. */
function visible(text) {
  return text.replace(INVISIBLE, '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,
    c => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
