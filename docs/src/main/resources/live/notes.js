// A place to write under each question; an option is chosen before the explanations open.
import { make } from './make.js';
import { keep, onSent, send, unsent } from './outbox.js';
import { prepareQuiz } from './quiz.js';

const MOST = 4_000; // characters
const SETTLED = 2_000; // milliseconds after which what another tab tells is newer than what I typed
const page = decodeURI(location.pathname).slice(1);

/** For each question what shows its note: a function. */
const shown = new Map();
const predictions = [];

/** The server knows what was written: then there is a place to write. */
export function showNotes({ notes, trouble }) {
  if (shown.size === 0) {
    document.querySelectorAll('[data-question]').forEach(prepare);
    preparePredictions();
    document.addEventListener('visibilitychange', () => document.hidden && send());
  }
  document.body.dataset.notes = 'known';
  Object.entries(notes).forEach(([name, note]) => shown.get(name)?.({ ...note, trouble }));
}

function prepare(question) {
  const name = question.dataset.question;
  question.id = `question-${name}`;
  const path = what => `${what}/${page}/${name}`;
  const folded = question.nextElementSibling;
  if (question.tagName === 'LI') {
    const { box, area, take } = field(question, path('write'), 'What you expect');
    question.append(box);
    predictions.push({ question, area });
    shown.set(name, take);
  } else if (/^[A-Z]: /.test(folded.querySelector('summary').textContent)) {
    shown.set(name, prepareQuiz(question, path('choose')));
  } else {
    const { box, take } = field(question, path('write'), 'Your answer');
    question.after(box);
    const open = prepareAnswer(folded, path('open'));
    shown.set(name, note => { take(note); open(note); });
  }
}

/** Whether an answer is open is the same as when the page was left. */
function prepareAnswer(folded, path) {
  let known;
  folded.addEventListener('toggle', () => {
    if (known !== undefined && folded.open !== known) {
      known = folded.open;
      keep(path, known ? 'yes' : 'no');
    }
  });
  return ({ isOpen }) => {
    if (known === undefined) {
      known = folded.open || isOpen;
      folded.open = known;
    }
  };
}

function field(question, path, title) {
  const area = make('textarea');
  area.maxLength = MOST;
  area.rows = 2;
  area.id = `field-${path.replace(/\W+/g, '-')}`;
  area.setAttribute('aria-describedby', question.id);
  const label = make('label', '', title);
  label.htmlFor = area.id;
  const status = make('span', 'kept');
  status.setAttribute('role', 'status');
  const box = make('div', 'writing', label, area, status);
  return { box, area, take: follow(area, status, path) };
}

/** What was typed here goes to the server; what was typed in another tab comes from there. */
function follow(area, status, path) {
  let isMine = unsent(path) !== null;
  let typedAt = 0;
  let newest = '';
  let clock;
  area.value = unsent(path) ?? '';
  const type = () => {
    isMine = true;
    typedAt = Date.now();
    status.textContent = '';
    keep(path, area.value);
  };
  area.addEventListener('input', type);
  area.addEventListener('blur', () => isMine && send());
  onSent(path, isTaken => {
    isMine = unsent(path) !== null;
    status.textContent = isTaken ? '' : 'The book does not answer. This browser keeps it until then.';
  });
  const show = () => {
    clearTimeout(clock);
    const wait = typedAt + SETTLED - Date.now();
    if (isMine || wait > 0) {
      clock = setTimeout(show, Math.max(wait, 100));
    } else if (area.value !== newest) {
      area.value = newest;
      area.dispatchEvent(new Event('change'));
    }
  };
  return ({ text, trouble }) => {
    status.textContent = trouble;
    newest = text;
    show();
  };
}

/** Where the text says "(prediction 3)", there stands what was expected. */
function preparePredictions() {
  for (const paragraph of document.querySelectorAll('main p')) {
    for (const [, number] of paragraph.textContent.matchAll(/\(prediction\s(\d)\)/g)) {
      const prediction = predictions[number - 1];
      if (prediction) {
        paragraph.after(expected(prediction, number));
      }
    }
  }
}

function expected({ question, area }, number) {
  const link = make('a', '', `Prediction ${number}`);
  link.href = `#${question.id}`;
  const said = make('q');
  const box = make('p', 'expected', link, ', you wrote: ', said);
  const show = () => {
    said.textContent = area.value;
    box.hidden = area.value.trim() === '';
  };
  area.addEventListener('input', show);
  area.addEventListener('change', show);
  show();
  return box;
}
