// The connections to the chosen server, whoever has made them: a table, a row a connection, that
// opens to what was said. They pass through the server's recording port.
import { act, listen } from './connection.js';
import { picture } from './exchange.js';
import { make, show } from './make.js';
import { prepareClient, showClient } from './client.js';
import { addView } from './views.js';

const COLUMNS = ['No.', 'Client', 'Asks', 'Answer', 'End'];

const connections = new Map();
const ports = new Map();
const phases = new Map();
/** By number: the two rows of a connection. */
const rows = new Map();
/** By number: whether the reader has opened or closed it. */
const opened = new Map();
let step;
let parts;

const get = id => document.getElementById(id);
const key = () => `${step}/${get('program').value}`;

export function prepareWire(ofStep) {
  step = ofStep;
  const body = make('tbody');
  const where = make('p', 'where');
  const none = make('p', 'none', 'Nobody has connected through this port yet.');
  const clear = make('button', '', 'Clear');
  clear.type = 'button';
  clear.addEventListener('click', () => act('wire', 'clear'));
  const client = make('details', 'client', make('summary', '', 'A client of your own'));
  const table = make('table', 'connections',
    make('caption', 'unseen', 'The connections to this server, the newest first'),
    make('thead', '', make('tr', '', ...COLUMNS.map(header))), body);
  parts = { body, where, none, table };
  addView('wire', 'Wire', showAll).append(where, client,
    make('div', 'bar', make('h2', '', 'Connections'), clear), none, table);
  prepareClient(client, step);
  get('program').addEventListener('change', showAll);
  listen(take);
  setInterval(tick, 250);
  showAll();
}

function header(text) {
  const cell = make('th', '', text);
  cell.scope = 'col';
  return cell;
}

function take(topic, value) {
  const [kind, ...rest] = topic.split('/');
  if (kind === 'recording') {
    ports.set(rest.join('/'), value);
    showWhere();
  } else if (kind === 'wire') {
    value ? connections.set(topic, value) : connections.delete(topic);
    showRows();
  } else if (kind === 'server') {
    phases.set(rest.join('/'), value.phase);
    showWhere();
  } else if (topic.startsWith('programs/')) {
    showAll();
  }
}

function showAll() {
  showWhere();
  showRows();
}

function showWhere() {
  showClient(phases.get(key()) === 'running');
  const port = ports.get(key());
  if (!port) {
    show(parts.where, 'Start a server: its recording port is shown here then.');
    return;
  }
  const link = make('a', '', `http://127.0.0.1:${port}/`);
  link.href = link.textContent;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  show(parts.where, 'Open ', link, ' in your browser, or ask it with curl. It is the recording'
    + ' port: it passes everything on to the server, unchanged, and shows it here.');
}

function showRows() {
  const wanted = [...connections.values()].filter(({ server }) => server === key())
    .sort((a, b) => a.number - b.number);
  const newest = wanted.at(-1)?.number;
  const numbers = new Set(wanted.map(({ number }) => number));
  rows.forEach((row, number) => {
    if (!numbers.has(number)) {
      row.head.remove();
      row.detail.remove();
      rows.delete(number);
    }
  });
  wanted.forEach(connection => showRow(connection, newest));
  parts.none.hidden = wanted.length > 0;
  parts.table.hidden = wanted.length === 0;
}

function showRow(connection, newest) {
  const row = rows.get(connection.number) ?? addRow(connection);
  row.connection = connection;
  const isOpened = opened.get(connection.number) ?? connection.number === newest;
  row.button.setAttribute('aria-expanded', String(isOpened));
  row.detail.hidden = !isOpened;
  show(row.asks, firstLine(connection, 'sent'));
  show(row.answer, firstLine(connection, 'received'));
  show(row.end, end(connection));
  if (isOpened) {
    show(row.content, connection.scenes.length > 0 ? picture(connection.scenes, 'Server')
      : make('p', '', 'Nothing was said.'));
  }
}

function addRow({ number, port }) {
  const button = make('button', '', String(number));
  button.type = 'button';
  button.setAttribute('aria-label', `Connection ${number}`);
  const head = make('th', '', button);
  head.scope = 'row';
  const content = make('td');
  content.colSpan = COLUMNS.length;
  const [asks, answer, ends] = [make('td', 'bytes'), make('td', 'bytes'), make('td', 'end')];
  const row = { button, content, asks, answer, end: ends,
    head: make('tr', '', head, make('td', '', port ? `port ${port}` : ''), asks, answer, ends),
    detail: make('tr', 'detail', content) };
  row.head.dataset.number = number;
  button.addEventListener('click', () => {
    opened.set(number, row.detail.hidden);
    showRows();
  });
  rows.set(number, row);
  parts.body.prepend(row.head, row.detail);
  return row;
}

function firstLine({ scenes }, kind) {
  const first = scenes.find(scene => scene.kind === kind && scene.lines.length > 0);
  return first ? first.lines[0] : '–';
}

/** How it has ended, or that it has not, and how long nobody has said anything. */
function end({ scenes, isOpen, startedAt, millis }) {
  const [last] = scenes.filter(({ mark }) => mark === 'RST').slice(-1);
  const first = scenes.find(({ mark }) => mark === 'FIN');
  const who = ({ kind }) => kind === 'sent' ? 'client' : 'server';
  if (last) {
    return last.what.startsWith('refuses') ? 'refused' : `RST of the ${who(last)}`;
  }
  const silence = (Date.now() - startedAt - millis) / 1_000;
  const told = first ? `FIN of the ${who(first)}` : '';
  return !isOpen ? told : `${told ? `${told}, half ` : ''}open${
    silence >= 1 ? `, silent for ${silence.toFixed(0)} s` : ''}`;
}

function tick() {
  rows.forEach(row => {
    if (row.connection.isOpen) {
      show(row.end, end(row.connection));
    }
  });
}
