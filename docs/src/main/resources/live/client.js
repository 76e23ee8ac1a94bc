// A client of the reader's own: its bytes are typed, with \r\n, in pieces, with pauses.
import { act, actWith, listen } from './connection.js';
import { make } from './make.js';

const MOST = 20; // as the server has it

const EXAMPLES = {
  'a request': ['GET / HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n', 0, 'wait'],
  'half a request': ['GET / HTTP/1.1\\r\\nHos', 0, 'wait'],
  'half a request, then FIN': ['GET / HTTP/1.1\\r\\nHos', 500, 'fin'],
  'two pieces with a pause': ['GET / HT\nTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n', 1_000, 'wait'],
  'nothing at all': ['', 0, 'wait'],
  'a reset': ['GET / HT', 500, 'rst'],
};
const PAUSES = { 'no pause': 0, '0.5 s': 500, '1 s': 1_000, '3 s': 3_000 };
const ENDINGS = {
  'waits for the server': 'wait',
  'says that no more comes (FIN)': 'fin',
  'breaks off (RST)': 'rst',
  'hangs up': 'close',
};

let parts;
let isRunning = false;
let count = 0;

export function prepareClient(place, step) {
  const example = select('Example', Object.keys(EXAMPLES).map(name => [name, name]));
  const text = make('textarea');
  text.rows = 3;
  text.spellcheck = false;
  const pause = select('After each line', Object.entries(PAUSES));
  const ending = select('Then it', Object.entries(ENDINGS));
  const send = button('Send', () => actWith(text.value, step,
    document.getElementById('program').value, 'send', pause.input.value, ending.input.value));
  const hangUp = button('Hang up', () => act('wire', 'hangup'));
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  parts = { send, hangUp, status };
  const fill = () => [text.value, pause.input.value, ending.input.value] =
    EXAMPLES[example.input.value];
  example.input.addEventListener('change', fill);
  fill();
  place.append(make('div', 'bar', example.label),
    make('label', 'typed', 'What it sends, a piece a line, line ends as \\r\\n', text),
    make('div', 'bar', pause.label, ending.label, send, hangUp, status));
  listen((topic, value) => {
    if (topic === 'clients') {
      count = value;
      update();
    }
  });
  update();
}

function select(title, options) {
  const input = make('select', '', ...options.map(([name, value]) => {
    const option = make('option', '', name);
    option.value = value;
    return option;
  }));
  return { input, label: make('label', '', `${title} `, input) };
}

function button(title, action) {
  const one = make('button', '', title);
  one.type = 'button';
  one.addEventListener('click', action);
  return one;
}

/** Whether there is a server to talk to. */
export function showClient(isThere) {
  isRunning = isThere;
  update();
}

function update() {
  parts.send.disabled = !isRunning || count >= MOST;
  parts.hangUp.disabled = count === 0;
  parts.status.textContent = !isRunning && count === 0 ? 'No server runs.'
    : count === 0 ? '' : `${count} connected.`;
}
