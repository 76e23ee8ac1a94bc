// The threads of the chosen server: a row a thread, what it does, its locks, its last seconds.
import { act, listen } from './connection.js';
import { make, show } from './make.js';
import { addView, isShown } from './views.js';

const MILLIS_BETWEEN_ASKING = 2_000; // the agent looks for six seconds each time
const LENGTH = 200; // letters of a timeline, of 50 ms each
const MANY = 5; // so many threads that do the same share a row
const COLUMNS = ['Thread', 'Does', 'Locks', 'The last 10 s'];

const WORDS = {
  RUNS: 'runs',
  CLIENT: 'waits for a client',
  LOCK: 'waits for a lock',
  JOB: 'waits to be woken, for a job',
  THREAD: 'waits for another thread',
  SLEEPS: 'sleeps',
  ENDED: 'has ended',
};
/** The letters of a timeline. */
const LETTERS = Object.fromEntries(Object.keys(WORDS).map(name => [name[0].toLowerCase(), name]));

const boards = new Map();
/** By the thread's number: its row. */
const rows = new Map();
let step;
let parts;

const get = id => document.getElementById(id);
const key = () => `${step}/${get('program').value}`;

export function prepareThreads(ofStep) {
  step = ofStep;
  const hint = make('p', 'hint');
  const circle = make('p', 'circle');
  circle.setAttribute('role', 'status');
  const body = make('tbody');
  const table = make('table', 'threads',
    make('caption', 'unseen', 'The threads of this server'),
    make('thead', '', make('tr', '', ...COLUMNS.map(header))), body);
  const more = make('p', 'more');
  parts = { hint, circle, body, table, more };
  addView('threads', 'Threads', ask).append(hint, circle, table, more, legend());
  get('program').addEventListener('change', () => {
    ask();
    showBoard();
  });
  listen((topic, value) => {
    if (topic.startsWith('threads/')) {
      boards.set(topic.slice('threads/'.length), value);
      showBoard();
    }
  });
  setInterval(ask, MILLIS_BETWEEN_ASKING);
  showBoard();
}

function header(text) {
  const cell = make('th', '', text);
  cell.scope = 'col';
  return cell;
}

function legend() {
  return make('p', 'legend', ...Object.entries(WORDS).map(([name, words]) =>
    make('span', '', make('span', `key ${name}`), words)));
}

/** The agent looks only while somebody sees it. */
function ask() {
  if (isShown('threads') && !document.hidden && !get('stop').disabled) {
    act(step, get('program').value, 'look');
  }
}

function showBoard() {
  const board = boards.get(key());
  const all = board?.rows ?? [];
  show(parts.hint, board ? '' : 'Start a server: its threads are shown here then.');
  parts.hint.hidden = Boolean(board);
  parts.table.hidden = !board;
  const inCircle = all.filter(({ isInCircle }) => isInCircle).map(({ name }) => name);
  show(parts.circle, inCircle.length === 0 ? ''
    : `A circle: ${inCircle.join(', ')} wait for one another, for ever.`);
  show(parts.more, board?.more ? `and ${board.more} more threads` : '');
  const groups = grouped(all);
  const ids = new Set(groups.map(idOf));
  rows.forEach((row, id) => {
    if (!ids.has(id)) {
      row.element.remove();
      rows.delete(id);
    }
  });
  groups.forEach(showRow);
}

/** A pool's workers do not fill the board with one and the same row. */
function grouped(all) {
  const groups = new Map();
  for (const thread of all) {
    const same = JSON.stringify({ ...thread, id: 0, timeline: '', name: thread.name.replace(/\d+/g, '') });
    groups.set(same, [...groups.get(same) ?? [], thread]);
  }
  return [...groups.values()].flatMap(group => group.length < MANY ? group.map(one => [one]) : [group]);
}

const idOf = ([first]) => `${key()} ${first.id}`;

function showRow(group) {
  const [thread] = group;
  const id = idOf(group);
  const row = rows.get(id) ?? addRow(id);
  show(row.head, group.length === 1 ? thread.name
    : `${group.length} threads, ${thread.name} to ${group.at(-1).name}`);
  row.element.className = `${thread.doing}${thread.isInCircle ? ' circle' : ''}${
    group.length === 1 ? '' : ' many'}`;
  show(row.does, make('span', 'doing', WORDS[thread.doing]), ...where(thread));
  show(row.locks, ...locks(thread));
  row.line.setAttribute('aria-label', inWords(group.map(({ timeline }) => timeline).join('')));
  draw(row.line, group);
}

function addRow(id) {
  const head = make('th', '');
  head.scope = 'row';
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  line.setAttribute('preserveAspectRatio', 'none');
  line.setAttribute('role', 'img');
  const [does, lockCell] = [make('td'), make('td')];
  const element = make('tr', '', head, does, lockCell, make('td', 'timeline', line));
  rows.set(id, { element, head, does, locks: lockCell, line });
  parts.body.append(element);
  return rows.get(id);
}

/** As the lab says it: in wait(), called by take(), Listing22.java:169. */
function where({ call, caller, line }) {
  return [call ? `in ${call}()` : '', caller ? `${call ? 'called by ' : 'in '}${caller}()` : '', line]
    .filter(text => text).map((text, i) => make('span', 'where', `${i ? ', ' : ''}${text}`));
}

function locks({ doing, lock, waitsFor, holds }) {
  const who = doing === 'LOCK' ? `, which ${waitsFor || 'nobody'} has`
    : doing === 'THREAD' && waitsFor ? `: ${waitsFor} is to end` : '';
  return [...holds.map(name => make('span', 'holds', 'has ', make('code', '', name))),
    lock ? make('span', 'wants', doing === 'JOB' ? 'waits at ' : 'waits for ',
      make('code', '', lock), who) : null];
}

/** The parts of a timeline, one after the other: a letter, and how many of it. */
const runs = timeline => timeline.match(/(.)\1*/g) ?? [];

function inWords(timeline) {
  const seconds = {};
  [...timeline].forEach(letter => seconds[letter] = (seconds[letter] ?? 0) + 0.05);
  return Object.entries(seconds)
    .map(([letter, count]) => `${WORDS[LETTERS[letter]]}: ${count.toFixed(1)} s`).join('; ');
}

/** A picture of it; what is newest is at its right end. Those of several are below one another. */
function draw(line, group) {
  line.setAttribute('viewBox', `0 0 ${LENGTH} ${10 * group.length}`);
  line.replaceChildren(...group.flatMap(({ timeline }, i) => bars(timeline, 10 * i)));
}

function bars(timeline, top) {
  let x = LENGTH - timeline.length;
  return runs(timeline).map(part => {
    const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const name = LETTERS[part[0]];
    const isHigh = name === 'RUNS';
    Object.entries({ x, y: top + (isHigh ? 0 : 2), width: part.length,
      height: isHigh ? 10 : 8, class: name })
      .forEach(([attribute, value]) => bar.setAttribute(attribute, value));
    x += part.length;
    return bar;
  });
}
