// The panel in which servers are started and stopped, and the terminal of the one that is chosen.
import { act } from './connection.js';
import { mistake } from './failure.js';
import { make, show } from './make.js';
import { terminal } from './terminal.js';

const WORDS = { stopped: 'stopped', starting: 'is starting …', running: 'runs',
  stopping: 'is stopping …' };

const runs = new Map();
let programs = [];
let showOutput;
let isChosen = false; // by the reader

const get = id => document.getElementById(id);
const chosen = () => get('program').value;

export function prepareServers(step) {
  showOutput = terminal(get('output'));
  get('start').addEventListener('click', () => {
    isChosen = true;
    act(step, chosen(), 'start', get('port').value);
  });
  get('stop').addEventListener('click', () => act(step, chosen(), 'stop'));
  get('restart').addEventListener('click', () => act(step, chosen(), 'restart'));
  get('program').addEventListener('change', () => {
    isChosen = true;
    showChosen();
  });
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
  chooseRunning();
  showChosen();
}

export function showServer(run) {
  runs.set(run.name, run);
  for (const option of get('program').options) {
    const { title } = programs.find(({ name }) => name === option.value);
    const phase = runs.get(option.value)?.phase ?? 'stopped';
    option.textContent = phase === 'stopped' ? title : `${title} (${WORDS[phase]})`;
  }
  chooseRunning();
  if (run.name === chosen()) {
    showChosen();
  }
}

/** What runs already when a page is opened. */
function chooseRunning() {
  const running = [...runs.values()].find(({ phase }) => phase !== 'stopped');
  if (running && !isChosen) {
    get('program').value = running.name;
    isChosen = true;
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
  showOutput(chosen(), run.output);
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
