// The failure of the first task that is not solved, and what javac does not take.
import { nextHint } from './hints.js';
import { copyButton, make, prose, show } from './make.js';
import { replay } from './replay.js';

/** What is shown: it may be gone through just now, so it is made anew only if it is another one. */
let shown = '';

export function showMistakes(board) {
  const section = document.getElementById('mistakes');
  section.hidden = board.mistakes.length === 0;
  show(section.lastElementChild, ...board.mistakes.map(mistake));
}

/** As an editor tells it: the file, the line, the place in it. */
export function mistake({ file, line, column, message, text, help }) {
  const [first, ...more] = message.split('\n');
  const place = file ? make('p', 'place', `${file}, line ${line}: `, make('strong', '', first)) :
    make('p', 'place', make('strong', '', first));
  const code = text && make('pre', '', text, '\n',
    make('span', 'here', `${' '.repeat(Math.max(0, column - 1))}^`));
  return make('div', 'mistake', place, code || null,
    more.length > 0 ? make('pre', 'more', more.join('\n')) : null,
    help ? make('p', 'help', help) : null);
}

export function showFailure(board) {
  const section = document.getElementById('failure');
  const failure = board.failure;
  section.hidden = !failure;
  if (failure) {
    const task = board.tasks.find(({ number }) => number === failure.number);
    section.classList.toggle('old', task.isOld);
    show(section.firstElementChild, `${task.number} ${task.title.replaceAll('`', '')}`);
    if (JSON.stringify(failure) !== shown) {
      const isSame = shown && JSON.parse(shown).number === failure.number;
      shown = JSON.stringify(failure);
      keepMoment(section, isSame, () => section.lastElementChild.replaceChildren(...parts(failure)));
    }
    show(section.querySelector('.hint'), ...hintLine(failure.number));
  }
}

/** Judged once more while it is gone through: the reader stays at the same moment. */
function keepMoment(section, isSame, change) {
  const slider = section.querySelector('.moment input');
  const focus = document.activeElement;
  change();
  const start = section.querySelector('.replay > button');
  if (isSame && slider && start) {
    start.click();
    const next = section.querySelector('.moment input');
    next.value = slider.value;
    next.dispatchEvent(new Event('input'));
    (focus === slider ? next : focus).focus({ preventScroll: true });
  }
}

function parts({ fact, causes, line, scenes, lanes, threads, command }) {
  const all = [
    make('p', 'fact', ...prose(fact)),
    line ? make('p', 'line', 'Your line: ', make('code', '', line)) : null,
    ...meaning(causes),
    make('p', 'hint'),
    ...titled('What happened', scenes.length > 0 ? replay(scenes, lanes) : null),
    ...titled('Your threads', threads.length > 0 ? make('pre', '', threads.join('\n')) : null),
    ...titled('Try it yourself (start your server first)',
      command ? make('p', 'command', make('code', '', command), copyButton(command, 'the command'))
        : null),
  ];
  return all.filter(part => part);
}

function titled(title, content) {
  return content ? [make('h3', '', title), content] : [];
}

/** Paragraphs; those that begin with a dash are causes, one of which may be it. */
function meaning(causes) {
  const elements = [];
  for (const cause of causes) {
    if (!cause.startsWith('- ')) {
      elements.push(make('p', '', ...prose(cause)));
    } else if (elements.at(-1)?.tagName === 'UL') {
      elements.at(-1).append(make('li', '', ...prose(cause.slice(2))));
    } else {
      elements.push(make('ul', 'causes', make('li', '', ...prose(cause.slice(2)))));
    }
  }
  return elements;
}

function hintLine(number) {
  const hint = nextHint(number);
  if (!hint) {
    return [];
  }
  const link = make('a', '', `${hint.querySelector('summary').textContent} of ${number}`);
  link.href = `#${hint.id}`;
  link.addEventListener('click', openHint);
  return ['Stuck? ', link];
}

function openHint(event) {
  const hint = document.getElementById(event.target.hash.slice(1));
  hint.open = true;
  hint.querySelector('summary').focus();
}
