// Below the lab's race(): the reader says which of the two workers goes on.
import { make } from './make.js';
import { ending, endings, NAMES, play } from './workers.js';

const COLUMNS = ['', ...NAMES];

const MORE = 'These are all, if one call is made after the other. Nothing makes sure of that: when two'
  + ' calls meet, there are more, such as each job twice.';

export function prepareRace() {
  for (const code of document.querySelectorAll('figure[data-language="jshell"] code')) {
    if (code.textContent.startsWith('jshell> race()')) {
      code.closest('figure').after(race());
    }
  }
}

function race() {
  const seen = new Set();
  const all = endings();
  let turns = [];
  const go = NAMES.map((name, i) => button('', () => draw([...turns, i])));
  const back = button('Back', () => draw(turns.slice(0, -1)));
  const again = button('Again', () => draw([]));
  const [table, said, log, found] = ['table', 'p', 'ol', 'ul'].map(name => make(name, ''));
  said.setAttribute('role', 'status');
  const draw = now => {
    turns = now;
    const state = play(turns);
    table.replaceChildren(...rows(state));
    log.replaceChildren(...state.said.map(line => make('li', '', line)));
    said.textContent = sentence(state, seen, all);
    found.replaceChildren(...[...seen].map(end => make('li', '', end)));
    name(go, [back, again], state);
  };
  draw([]);
  return make('div', 'instrument race',
    make('p', '', 'Now you say who goes on, one call after the other:'),
    make('div', '', ...go, back, again), make('div', 'table', table), said, found, log);
}

/** What a button does next stands on it; the focus goes on from one that can do nothing. */
function name(go, others, { said, workers }) {
  const focus = document.activeElement;
  workers.forEach(({ name, next }, i) => {
    go[i].textContent = next ? `${name}: ${next}` : `${name} has ended`;
    go[i].disabled = !next;
  });
  others.forEach(button => button.disabled = said.length === 0);
  if (focus?.disabled) {
    [...go, ...others].find(button => !button.disabled).focus();
  }
}

function button(words, work) {
  const button = make('button', '', words);
  button.type = 'button';
  button.addEventListener('click', work);
  return button;
}

function rows({ jobs, workers }) {
  const shared = make('td', 'shared', jobs.join(', ') || 'empty');
  shared.colSpan = NAMES.length;
  return [
    make('thead', '', make('tr', '', ...COLUMNS.map(name => head(name, 'col')))),
    make('tbody', '',
      make('tr', '', head('jobs', 'row'), shared),
      make('tr', '', head('job', 'row'),
        ...workers.map(worker => make('td', '', worker.job || '–')))),
  ];
}

function head(words, scope) {
  const cell = make(words ? 'th' : 'td', '', words);
  if (words) {
    cell.scope = scope;
  }
  return cell;
}

/** What the last turn has done; at the end, which of all endings were seen. */
function sentence(state, seen, all) {
  const end = ending(state);
  if (!end) {
    return `${state.said.at(-1) ?? 'Nobody has done anything yet'}.`;
  }
  seen.add(end);
  const left = all.size - seen.size;
  const rest = left === 0 ? MORE : left === 1 ? 'There is one more: again?'
    : `There are ${left} more: again?`;
  return `${end} You have seen ${seen.size} of ${all.size} endings. ${rest}`;
}
