// The step's lab: lines are typed, and JShell answers, as in a terminal.
import { act, actWith, listen } from './connection.js';
import { make, show } from './make.js';
import { terminal } from './terminal.js';
import { addView } from './views.js';

const MOST = 8_000; // characters at once
const WORDS = {
  closed: 'It is not open. (What blocks of the text type runs in another one.)',
  opening: 'It opens …',
  asking: '',
  busy: 'A line runs.',
};
const KEYS = 'Enter runs it, Shift+Enter begins another line. Tab completes a name, the arrows up and'
  + ' down bring back what was typed. Ctrl+C stops what runs. Escape, then Tab, leaves the field.';

let step;
let parts;
let state = 'closed';
let typed = [];
/** Where in what was typed one is, and what was not sent yet. */
let place = 0;
let draft = '';
let leaves = false;
/** The text before the cursor that is to be completed. */
let asked = null;

export function prepareLab(ofStep) {
  step = ofStep;
  const open = button('Open the lab', () => act(step, 'lab', 'open'));
  const stop = button('Stop', () => act(step, 'lab', 'stop'));
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const helpers = make('pre');
  const log = make('pre', 'log');
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', 'What the lab prints');
  log.tabIndex = 0;
  const prompt = make('label', 'prompt');
  prompt.htmlFor = 'line';
  const line = input();
  const names = make('p', 'names');
  names.setAttribute('role', 'status');
  const keys = make('p', 'keys', KEYS);
  keys.id = 'keys';
  const call = make('details', 'helpers', make('summary', '', 'What there is to call'), helpers);
  call.open = true;
  const desk = make('div', 'desk', call, log, make('div', 'typing', prompt, line), names, keys);
  parts = { open, stop, status, helpers, log, prompt, line, names, desk, print: terminal(log) };
  addView('lab', 'Lab').append(make('p', '', 'The lab of this step, as ',
    make('code', '', `mvn -pl ${location.pathname.slice(6, -3)} exec:java@jshell`),
    ' opens it in a terminal: JShell with explore.jsh, the listings, and your own classes as you'
    + ' saved them last. What you type runs on this machine.'),
  make('div', 'bar', make('h2', '', 'Lab'), open, stop, status), desk);
  listen(take);
  showLab({ state, prompt: '', helpers: '', note: '', output: [] });
}

function button(title, action) {
  const one = make('button', '', title);
  one.type = 'button';
  one.addEventListener('click', action);
  return one;
}

function input() {
  const line = make('textarea');
  line.id = 'line';
  line.rows = 1;
  line.maxLength = MOST;
  line.spellcheck = false;
  line.autocapitalize = 'off';
  line.setAttribute('autocomplete', 'off');
  line.setAttribute('aria-describedby', 'keys');
  line.addEventListener('keydown', press);
  line.addEventListener('input', () => {
    asked = null;
    show(parts.names);
    fit();
  });
  return line;
}

function take(topic, value) {
  if (topic === `lab/${step}`) {
    showLab(value);
  } else if (topic === `lines/${step}`) {
    typed = value;
    place = typed.length;
  } else if (topic === `names/${step}`) {
    complete(value);
  }
}

function showLab({ state: now, prompt, helpers, note, output }) {
  state = now;
  const isOpen = state !== 'closed';
  show(parts.open, isOpen ? 'Restart' : 'Open the lab');
  parts.stop.disabled = state !== 'busy' && !prompt.startsWith(' ');
  show(parts.status, [WORDS[state], note].filter(one => one).join(' '));
  parts.desk.hidden = !isOpen && output.length === 0 && !helpers;
  show(parts.helpers, helpers);
  show(parts.prompt, prompt.trim() || 'jshell>');
  parts.line.readOnly = !isOpen;
  parts.print('lab', output);
}

function press(event) {
  const { line } = parts;
  const before = line.value.slice(0, line.selectionStart);
  const isMarked = line.selectionStart !== line.selectionEnd;
  const wasLeaving = leaves;
  leaves = event.key === 'Escape' || leaves && event.key === 'Shift';
  if (event.isComposing) {
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey) {
    run();
  } else if (event.key === 'Tab' && !event.shiftKey && !wasLeaving && before.trim() && !isMarked) {
    asked = before;
    actWith(before, step, 'lab', 'names');
  } else if (event.key === 'ArrowUp' && !before.includes('\n')) {
    bring(place - 1);
  } else if (event.key === 'ArrowDown' && !line.value.slice(line.selectionEnd).includes('\n')) {
    bring(place + 1);
  } else if (event.key === 'c' && event.ctrlKey && !isMarked && !parts.stop.disabled) {
    act(step, 'lab', 'stop');
  } else {
    return;
  }
  event.preventDefault();
}

/** What was typed stays until the book has it. */
async function run() {
  const text = parts.line.value;
  if (state !== 'closed' && text.trim() && await actWith(text, step, 'lab', 'type')
      && parts.line.value === text) {
    write('');
    draft = '';
    place = typed.length;
  }
}

function bring(wanted) {
  if (wanted < 0 || wanted > typed.length) {
    return;
  }
  draft = place === typed.length ? parts.line.value : draft;
  place = wanted;
  write(typed[place] ?? draft);
}

function write(text, cursor = text.length) {
  parts.line.value = text;
  parts.line.setSelectionRange(cursor, cursor);
  show(parts.names);
  fit();
}

function fit() {
  parts.line.rows = Math.min(10, parts.line.value.split('\n').length);
}

/** One name, or what all have in common, goes in; else the names are shown. */
function complete({ text, from, names }) {
  const { line } = parts;
  const rest = line.value.slice(line.selectionStart);
  if (asked !== text || line.value.slice(0, line.selectionStart) !== text) {
    return;
  }
  asked = null;
  const common = names.reduce((a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) {
      length++;
    }
    return a.slice(0, length);
  }, names[0] ?? '');
  const whole = text.slice(0, from) + common;
  if (whole.length > text.length && whole.startsWith(text)) {
    write(whole + rest, whole.length);
  }
  if (names.length !== 1) {
    show(parts.names, names.length > 0 ? names.join('  ') : 'No name goes on like that.');
  }
}
