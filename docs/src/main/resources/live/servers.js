// The panel in which servers are started and stopped, and the terminal of the one that is chosen.
import { act } from './connection.js';
import { mistake } from './failure.js';
import { make, show } from './make.js';

const WORDS = { stopped: 'stopped', starting: 'is starting …', running: 'runs',
  stopping: 'is stopping …' };

/** What is not shown of a terminal's text: changes of color, and carriage returns. */
const INVISIBLE = /\u001b\[[0-9;]*m|\r/g;

const runs = new Map();
let programs = [];
let shown = { name: '', number: -1 };

const get = id => document.getElementById(id);
const chosen = () => get('program').value;

export function prepareServers(step) {
  get('start').addEventListener('click', () => act(step, chosen(), 'start', get('port').value));
  get('stop').addEventListener('click', () => act(step, chosen(), 'stop'));
  get('restart').addEventListener('click', () => act(step, chosen(), 'restart'));
  get('program').addEventListener('change', showChosen);
}

export function showPrograms(all) {
  if (get('program').options.length === all.length) {
    return;
  }
  programs = all;
  get('program').replaceChildren(...all.map(({ name, title }) => {
    const option = make('option', '', title);
    option.value = name;
    return option;
  }));
  showChosen();
}

export function showServer(run) {
  runs.set(run.name, run);
  for (const option of get('program').options) {
    const { title } = programs.find(({ name }) => name === option.value);
    const phase = runs.get(option.value)?.phase ?? 'stopped';
    option.textContent = phase === 'stopped' ? title : `${title} (${WORDS[phase]})`;
  }
  if (run.name === chosen()) {
    showChosen();
  }
}

function showChosen() {
  const run = runs.get(chosen()) ?? { phase: 'stopped', output: [], sentence: '', mistakes: [] };
  const isAlive = run.phase !== 'stopped';
  get('start').disabled = isAlive;
  get('port').disabled = isAlive;
  get('restart').disabled = !isAlive;
  get('stop').disabled = !isAlive;
  show(get('phase'), ...phaseLine(run));
  get('sentence').hidden = !run.sentence && run.mistakes.length === 0;
  show(get('sentence'), run.sentence, ...run.mistakes.map(mistake));
  showOutput(run);
}

function phaseLine(run) {
  const isMine = chosen() === 'mine';
  if (run.phase === 'running' && run.address) {
    const link = make('a', '', run.address);
    link.href = run.address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return ['It runs at ', link, isMine ? '. It starts again at every save.' : '.'];
  }
  if (run.phase === 'stopped') {
    const isStopped = Number.isInteger(run.exitCode) && !run.sentence;
    return [isStopped ? 'It does not run: you have stopped it.' : 'It does not run.'];
  }
  return [`It ${WORDS[run.phase]}`];
}

/** Adds what is new; a reader who has scrolled up or marked something is left alone. */
function showOutput(run) {
  const output = get('output');
  const first = run.output[0]?.number ?? 0;
  const isAtEnd = output.scrollHeight - output.scrollTop - output.clientHeight < 30;
  if (shown.name !== chosen() || shown.number > (run.output.at(-1)?.number ?? -1)) {
    output.replaceChildren();
    shown = { name: chosen(), number: -1 };
  }
  for (const { number, isError, text } of run.output.filter(one => one.number > shown.number)) {
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
}

/** Control characters as escapes: they do nothing here. */
function visible(text) {
  return text.replace(INVISIBLE, '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,
    c => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
