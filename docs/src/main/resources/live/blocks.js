// What can be done with the blocks of a page, and what has come of it.
import { act } from './connection.js';
import { make, show } from './make.js';

/** For each kind of block: what its button says, and what it says again later. */
const LABELS = {
  run: ['Run', 'Run again'],
  start: ['Run', 'Run again'],
  press: ['Press Ctrl-C', 'Press Ctrl-C again'],
  look: ['See what comes', 'See it again'],
  do: ['Do it', 'Do it again'],
  apply: ['Apply to the copy', 'Apply again'],
  write: ['Write into the copy', 'Write again'],
  type: ['Type it into the lab', 'Type it again'],
  send: ['Send it', 'Send it again'],
};
const FILES = 'In a copy of the project: your own files stay as they are.';
const NOTES = { do: FILES, apply: FILES, write: FILES };
const EDITS = ['apply', 'write'];
const WORDS = {
  idle: '',
  waiting: 'waits for its turn …',
  running: 'is running …',
  same: '✓ as the page prints',
  other: '✗ not as the page prints',
  failed: '✗ it could not be done',
};
const DONE = '✓ done';

/** What comes of a block that prints nothing is not printed by the page either. */
const isSilent = kind => [...EDITS, 'do'].includes(kind);

const blocks = new Map();

/** Puts buttons below the blocks; a second time only if they have become others. */
export function showBlocks(step, all) {
  if (blocks.size > 0) {
    return;
  }
  for (const { number, kind } of all) {
    const figure = document.querySelector(`figure[data-block="${number}"]`);
    if (figure) {
      blocks.set(number, add(step, figure, number, kind));
    }
  }
}

function add(step, figure, number, kind) {
  const button = (text, className, ...path) => {
    const one = make('button', className, text);
    one.type = 'button';
    one.addEventListener('click', () => act(step, 'block', ...path));
    return one;
  };
  const block = {
    kind,
    figure,
    run: button(LABELS[kind][0], 'run', number, 'run'),
    stop: button('Stop', 'stop', number, 'stop'),
    undo: button('Undo', 'undo', number, 'undo'),
    over: button('Start over', 'over', 'over'),
    state: make('span', 'tried'),
    result: make('div', 'result'),
  };
  block.over.title = 'Ends all that the blocks of this page have started, and forgets its copy of the project';
  figure.id ||= `block-${number}`;
  figure.setAttribute('aria-label', `Block ${number}`);
  block.state.setAttribute('role', 'status');
  block.result.id = `result-${number}`;
  const bar = make('div', 'tries', block.run, block.stop, block.undo, block.over, block.state);
  bar.querySelectorAll('button').forEach(one => one.setAttribute('aria-describedby', figure.id));
  figure.append(bar, block.result);
  [block.stop, block.undo, block.over, block.result].forEach(one => one.hidden = true);
  return block;
}

export function showBlock(trial) {
  const block = blocks.get(trial.number);
  if (!block) {
    return;
  }
  const { kind, figure, run, stop, undo, over, state, result } = block;
  const isBusy = trial.state === 'waiting' || trial.state === 'running';
  const isEdit = EDITS.includes(kind);
  figure.dataset.tried = trial.state;
  keepFocus(block, () => {
    run.disabled = isBusy;
    run.textContent = LABELS[kind][trial.state === 'idle' ? 0 : 1];
    run.hidden = isEdit && trial.isOn;
    undo.hidden = !(isEdit && trial.isOn) || isBusy;
    stop.hidden = !isBusy && !(kind === 'start' && trial.isOn);
    over.hidden = trial.state === 'idle' || isBusy;
  });
  const words = trial.state === 'same' && isSilent(kind) ? DONE : WORDS[trial.state];
  if (state.textContent !== words) {
    state.textContent = words;
  }
  show(result, ...content(kind, trial));
  result.hidden = result.childNodes.length === 0;
}

/** A button that goes away leaves the focus to the one that takes its place. */
function keepFocus({ run, stop, undo }, change) {
  const had = [run, stop, undo].includes(document.activeElement);
  change();
  const isLost = had && (document.activeElement.disabled || !document.activeElement.checkVisibility());
  if (isLost) {
    [undo, run, stop].find(one => !one.hidden && !one.disabled)?.focus();
  }
}

function content(kind, trial) {
  const isDone = ['same', 'other', 'failed'].includes(trial.state);
  const notes = [
    trial.first.length > 0 ? first(trial.first) : null,
    isDone && NOTES[kind] ? NOTES[kind] : null,
    trial.port > 0 ? portOf(trial) : null,
    trial.note || null,
  ];
  return [
    ...notes.filter(note => note).map(note => make('p', '', note)),
    trial.parts.length > 0 ? printed(trial) : null,
    trial.found ? difference(trial) : null,
  ].filter(one => one);
}

const portOf = ({ isOn, port }) =>
  `${isOn ? `Here it listens at port ${port}` : `Port ${port} stands for 7878 here`}, so that 7878 stays yours.`;

function first(numbers) {
  const links = numbers.flatMap((number, i) => {
    const link = make('a', '', String(number));
    link.href = `#${blocks.get(number)?.figure.id}`;
    link.setAttribute('aria-label', `block ${number}`);
    return [i > 0 ? ', ' : '', link];
  });
  const many = numbers.length > 1;
  return make('span', '', `It needs what ${many ? 'blocks' : 'block'} `, ...links,
    ` above ${many ? 'do: they have' : 'does: it has'} been run first.`);
}

function printed({ number, parts }) {
  const pre = make('pre', 'real');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', `What really came of block ${number}`);
  for (const { input, output } of parts) {
    pre.append(
      input ? make('span', 'prompt', `${input}\n`) : '',
      output ? `${output}\n` : '');
  }
  return pre;
}

function difference({ number, found }) {
  const pre = make('pre', 'found', found);
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', `What differs in block ${number}`);
  return pre;
}
