// How far the reader is: where on this page, which the server remembers, and on the first page all.
import { make, show } from './make.js';
import { keep, unsent } from './outbox.js';

const FIRST = 'README.md';
const PAUSE = 1_000; // milliseconds between two looks at where the reader is
const page = decodeURI(location.pathname).slice(1);
const TOP = 150; // pixels: a heading that is higher up has been come to
let clock;
let known = '';

/** From now on it is remembered which heading the reader has come to. */
export function followPlace() {
  if (page !== FIRST) {
    addEventListener('scroll', () => clock ??= setTimeout(tell, PAUSE), { passive: true });
    addEventListener('pagehide', () => clock && tell());
  }
}

function tell() {
  clearTimeout(clock);
  clock = undefined;
  const headings = [...document.querySelectorAll('main :is(h1, h2, h3)[id]')];
  const here = headings.filter(one => one.getBoundingClientRect().top < TOP).at(-1);
  const path = `place/${page}`;
  if (here && (unsent(path) ?? known) !== here.id) {
    known = here.id;
    keep(path, known);
  }
}

export function showPlace({ place }) {
  known = place;
}

export function showProgress({ last, pages }) {
  if (page !== FIRST) {
    return;
  }
  let section = document.getElementById('progress');
  if (!section) {
    section = make('section');
    section.id = 'progress';
    section.setAttribute('aria-labelledby', 'progress-title');
    document.querySelector('main h1').after(section);
  }
  const title = make('h2', '', 'How far you are');
  title.id = 'progress-title';
  const rows = pages.filter(one => one.page !== FIRST);
  const at = rows.find(one => one.page === last) ?? rows.find(({ core }) => core.all > 0);
  show(section, title, goOn(at), make('div', 'table', make('table', '',
    make('thead', '', make('tr', '', ...['Page', 'Core tasks', 'Further tasks', 'Questions', 'You were at']
      .map(text => cell('th', 'col', text)))),
    make('tbody', '', ...rows.map(row)))));
}

function goOn(at) {
  const link = make('a', 'go', at.heading ? 'Go on here' : 'Begin here');
  link.href = address(at);
  const where = at.heading && at.heading !== at.title ? `${at.title}: ${at.heading}` : at.title;
  return make('p', '', link, ` ${where}`);
}

const address = ({ page: path, place }) => `/${path}${place ? `#${place}` : ''}`;

function row(one) {
  const name = make('a', '', one.title);
  name.href = `/${one.page}`;
  const place = one.heading ? make('a', '', one.heading) : '';
  if (place) {
    place.href = address(one);
  }
  return make('tr', '', cell('th', 'row', name), ...[one.core, one.further, one.questions].map(count),
    make('td', '', place));
}

function cell(tag, scope, content) {
  const one = make(tag, '', content);
  one.scope = scope;
  return one;
}

function count({ done, all }) {
  if (all === 0) {
    return make('td');
  }
  const bar = make('progress');
  bar.max = all;
  bar.value = done;
  bar.setAttribute('aria-hidden', 'true');
  return make('td', done === all ? 'done' : '', `${done} of ${all} `, bar);
}
