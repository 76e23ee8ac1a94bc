// The list of the step's tasks, and the verdict beside each task's heading.
import { act } from './connection.js';
import { announce, make } from './make.js';
import { showInShort } from './work.js';

const SIGNS = { waiting: '·', judging: '…', passed: '✓', failed: '✗', broken: '⚠' };
const WORDS = {
  waiting: 'waiting',
  judging: 'being judged',
  passed: 'passed',
  failed: 'failed',
  broken: 'passed before, broken now',
};

const rows = new Map();
const badges = new Map();
let said = '';
let board;

export function prepareTasks(step) {
  document.getElementById('again').addEventListener('click', () => act(step, 'again'));
  document.getElementById('all').addEventListener('click', () => act(step, 'all'));
  for (const heading of document.querySelectorAll('[data-task]')) {
    const badge = make('span', 'badge');
    heading.append(' ', badge);
    badges.set(heading.dataset.task, { badge, heading });
  }
  setInterval(tick, 200);
}

/** A running clock for what takes long. */
function tick() {
  board?.tasks.filter(task => task.state === 'judging').forEach(showTask);
}

function words(task) {
  const seconds = (Date.now() - task.since) / 1_000;
  const clock = task.state === 'judging' && seconds > 1 ? ` ${seconds.toFixed(1)} s` : '';
  const old = task.isOld && task.state !== 'judging' ? ', before' : '';
  return WORDS[task.state] + clock + old;
}

function showTask(task) {
  for (const element of [rows.get(task.number)?.state, badges.get(task.number)?.badge]) {
    if (element) {
      element.dataset.state = task.state;
      element.classList.toggle('old', task.isOld);
      const text = `${SIGNS[task.state]} ${words(task)}`;
      if (element.textContent !== text) {
        element.textContent = text;
      }
    }
  }
}

function addRow(task) {
  const state = make('span', 'state');
  const link = make('a', '', `${task.number} ${task.title.replaceAll('`', '')}`);
  link.href = `#${badges.get(task.number)?.heading.id ?? ''}`;
  rows.set(task.number, { state });
  const row = make('li', '', link, state);
  row.classList.toggle('further', !task.isCore);
  document.getElementById('tasks').append(row);
}

export function showTasks(now) {
  board = now;
  const list = document.getElementById('tasks');
  if (rows.size !== board.tasks.length) {
    rows.clear();
    list.replaceChildren();
    board.tasks.forEach(addRow);
  }
  board.tasks.forEach(showTask);
  list.dataset.judging = board.isJudging;
  list.dataset.saved = board.savedAt;
  showNotice();
  showTroubles();
}

/** What has been reached; the judge says the same in a terminal. */
function reached() {
  const isCoreDone = board.tasks.every(({ isCore, state }) => !isCore || state === 'passed');
  if (!isCoreDone) {
    return '';
  }
  return board.isDone ? 'All tasks of this step are done. Well done!'
    : `The core of this step is done${isLast() ? '.' : ': you have what the next one builds on.'}`
      + ' The further tasks are optional.';
}

function isLast() {
  const steps = [...document.querySelectorAll('header a[href*="/step"]')];
  return steps.at(-1)?.hasAttribute('aria-current');
}

function showNotice() {
  const isReady = board.tasks.length > 0;
  document.getElementById('notice').textContent =
      isReady ? board.notice : 'The tasks are being prepared …';
  const praise = document.getElementById('praise');
  praise.textContent = isReady ? reached() : '';
  praise.hidden = praise.textContent === '';
  const failing = board.tasks.find(({ state }) => state === 'failed' || state === 'broken');
  const isBroken = board.mistakes.length > 0;
  const text = isBroken ? 'It does not compile.'
    : failing ? `${failing.number} ${WORDS[failing.state]}: ${failing.summary.replaceAll('`', '')}`
    : isReady ? board.notice : 'The tasks are being prepared …';
  const state = isBroken || failing ? 'failed' : board.isDone ? 'passed' : 'waiting';
  showInShort(text, board.isJudging && !failing ? 'judging' : state);
  sayOnce(text);
}

/** Once for each judgement, when it is known how it goes. */
function sayOnce(text) {
  const key = `${board.savedAt} ${text}`;
  if (!board.isJudging && board.savedAt > 0 && key !== said) {
    said = key;
    announce(text);
  }
}

function showTroubles() {
  const troubles = document.getElementById('troubles');
  troubles.hidden = board.troubles.length === 0;
  troubles.replaceChildren(...board.troubles.map(text => make('li', '', text)));
}
