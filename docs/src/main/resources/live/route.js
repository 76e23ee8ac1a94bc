// In the hint on paths: what the check sees, and what is opened, in four orders of work.
import { make } from './make.js';

const FIRST = '/%2e%2e/secret.txt';
const FOLDER = 'pages';
const HEADS = ['In this order', 'the check sees', 'what is opened'];
const RULE = 'The check answers 404 to what does not begin with / and to what has .. in it.';

/** A folder, asked for like a file, is a list of its names. */
const OUT = new Map([[FOLDER, 'its names'], ['.', 'its names, outside']]);

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
  const after = [...document.querySelectorAll('details')].filter(
    one => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  return after[1];
}

function route() {
  const path = Object.assign(make('input'),
    { type: 'text', value: FIRST, maxLength: 60, spellcheck: false, autocapitalize: 'off', autocomplete: 'off' });
  const body = make('tbody', '');
  const said = make('p', '');
  said.setAttribute('role', 'status');
  const draw = () => {
    const target = path.value.split('?')[0];
    body.replaceChildren(...ORDERS.map(order => row(target, ...order)));
    const out = body.querySelectorAll('.out').length;
    said.textContent = `${out} of ${ORDERS.length} open what is not a page.`;
  };
  path.addEventListener('input', draw);
  draw();
  return make('div', 'instrument route', make('label', '', 'A path, as it comes: ', path),
    make('div', 'table', make('table', '', make('thead', '', make('tr', '', ...HEADS.map(head))), body)),
    make('p', '', RULE), said);
}

function head(words) {
  const cell = make('th', '', words);
  cell.scope = 'col';
  return cell;
}

function row(path, words, ...work) {
  const { checked, now, status } = follow(path, work);
  const file = status ?? opened(now);
  const head = make('th', '', words);
  head.scope = 'row';
  const isOut = !status && !file.startsWith(`${FOLDER}/`);
  return make('tr', '', head, make('td', '', checked ?? '–'),
    make('td', isOut ? 'out' : '', isOut ? `${file}, ${OUT.get(file) ?? 'outside'}` : file));
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
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Uint8Array.from(bytes.slice(1).split('%'), byte => parseInt(byte, 16))));
}

/** As the class path reads it; on Windows a backslash is a slash for it, too. */
function opened(path) {
  const parts = [];
  for (const part of (FOLDER + path).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/') || '.';
}
