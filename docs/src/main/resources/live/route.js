// In the hint on paths: what is checked, and what is opened, if it is done in this order or another.
import { make } from './make.js';

const FIRST = '/%2e%2e/secret.txt';
const FOLDER = 'pages';

/** Each changes the path; null if it cannot. The path goes to the check where it says so. */
const ORDERS = [
  ['check, decode, open', 'check', decode],
  ['decode, check, open', decode, 'check'],
  ['decode, check, decode, open', decode, 'check', decode],
  ['decode, take ../ out, open', decode, path => path.replaceAll('../', '')],
];

export function prepareRoute() {
  for (const code of document.querySelectorAll('figure[data-language="sh"] code')) {
    if (code.textContent.startsWith('curl --path-as-is')) {
      hint(code.closest('figure'))?.append(route());
    }
  }
}

/** The second hint after it. */
function hint(element) {
  let next = element;
  while (next && !next.matches('details') && !next.querySelector?.(':scope > details')) {
    next = next.nextElementSibling;
  }
  const all = [...document.querySelectorAll('details')];
  return all[all.indexOf(next?.matches('details') ? next : next?.querySelector('details')) + 1];
}

function route() {
  const path = Object.assign(make('input'), { type: 'text', value: FIRST, maxLength: 60, spellcheck: false });
  const body = make('tbody', '');
  const draw = () => body.replaceChildren(...ORDERS.map(order => row(path.value, ...order)));
  path.addEventListener('input', draw);
  draw();
  const heads = ['In this order', 'the check sees', 'what is opened'].map(words => {
    const cell = make('th', '', words);
    cell.scope = 'col';
    return cell;
  });
  return make('div', 'instrument route', make('label', '', 'A path, as it comes: ', path),
    make('div', 'table', make('table', '', make('thead', '', make('tr', '', ...heads)), body)));
}

function row(path, words, ...work) {
  const { checked, now, status } = follow(path, work);
  const file = status ?? opened(now);
  const head = make('th', '', words);
  head.scope = 'row';
  const isOut = !status && !file.startsWith(`${FOLDER}/`);
  return make('tr', '', head, make('td', '', checked ?? '–'),
    make('td', isOut ? 'out' : '', isOut ? `${file}, outside` : file));
}

/** The check refuses what does not begin with a slash, and what has two dots in it. */
function follow(path, work) {
  let now = path;
  let checked;
  for (const one of work) {
    if (one === 'check') {
      checked = now;
      if (!now.startsWith('/') || now.includes('..')) {
        return { checked, status: 'nothing: 404' };
      }
    } else {
      now = one(now);
      if (now === null) {
        return { checked, status: 'nothing: 400' };
      }
    }
  }
  return { checked, now };
}

/** Percent and two digits are a byte of UTF-8. */
function decode(path) {
  if (/%(?![0-9a-f]{2})/i.test(path)) {
    return null;
  }
  return path.replace(/(%[0-9a-f]{2})+/gi, bytes =>
    new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('%'), byte => parseInt(byte, 16))));
}

/** As a file system reads it. */
function opened(path) {
  const parts = [];
  for (const part of (FOLDER + path).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/') || '/';
}
