// Below the block that counts a text: its characters, its bytes, and how far a Content-Length reaches.
import { make } from './make.js';

const MOST = 24; // characters
const BEYOND = 3; // bytes that a Content-Length may promise too many

export function prepareRuler() {
  for (const code of document.querySelectorAll('figure[data-language="jshell"] code')) {
    const counted = /^jshell> count\(\)[^"]*"([^"]+)"/.exec(code.textContent);
    if (counted) {
      code.closest('figure').after(ruler(counted[1]));
    }
  }
}

function ruler(first) {
  const text = field('Text', { type: 'text', value: first, maxLength: MOST });
  const length = field('Content-Length', { type: 'range', min: 0 });
  const number = make('output', '');
  const table = make('table', '');
  const said = make('p', '');
  said.setAttribute('role', 'status');
  const draw = () => {
    const bytes = new TextEncoder().encode(text.value);
    length.max = bytes.length + BEYOND;
    number.textContent = length.value;
    table.replaceChildren(...rows(text.value, Number(length.value)));
    said.textContent = sentence(text.value, bytes, Number(length.value));
  };
  text.addEventListener('input', () => {
    length.max = MOST * 4;
    length.value = text.value.length; // the mistake: as many as there are characters
    draw();
  });
  length.addEventListener('input', draw);
  length.max = MOST * 4;
  length.value = first.length;
  draw();
  return make('div', 'instrument ruler', text.parentElement, make('div', 'table', table),
    make('div', 'length-of', length.parentElement, number), said);
}

function field(words, properties) {
  const input = Object.assign(make('input'), properties);
  make('label', '', `${words} `, input);
  return input;
}

/** A character is as wide as its bytes. */
function rows(text, length) {
  const characters = make('tr', '', head('character'));
  const bytes = make('tr', '', head('bytes'));
  let at = 0;
  for (const character of text) {
    const own = new TextEncoder().encode(character);
    const cell = make('td', at + own.length > length ? 'cut' : '', character === ' ' ? '·' : character);
    cell.colSpan = own.length;
    characters.append(cell);
    for (const byte of own) {
      at++;
      bytes.append(make('td', at > length ? 'cut' : '', byte.toString(16).padStart(2, '0')));
    }
  }
  return [characters, bytes].map(row => make('tbody', '', row));
}

function head(words) {
  const cell = make('th', '', words);
  cell.scope = 'row';
  return cell;
}

/** What a client makes of it: it takes so many bytes, and then makes text of them. */
function sentence(text, bytes, length) {
  const counts = `length() is ${text.length}; in UTF-8 there are ${bytes.length} bytes.`;
  const shown = new TextDecoder().decode(bytes.subarray(0, length));
  if (length > bytes.length) {
    return `${counts} Content-Length: ${length} promises ${length - bytes.length} more: the client waits.`;
  }
  const rest = bytes.length - length;
  return rest === 0 ? `${counts} Content-Length: ${length} is right: the client shows “${shown}”.`
    : `${counts} With Content-Length: ${length} the client shows “${shown}”, and ${rest} bytes are left over.`;
}
