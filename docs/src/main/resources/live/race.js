// Below the lab's race(): the reader says which of the two workers goes on.
import { make } from './make.js';
import { ending, endings, NAMES, play } from './workers.js';

const COLUMNS = ['', ...NAMES];

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
  const table = make('table', '');
  const log = make('ol', '');
  const said = make('p', '');
  said.setAttribute('role', 'status');
  const go = NAMES.map((name, i) => button('', () => draw([...turns, i])));
  const back = button('Back', () => draw(turns.slice(0, -1)));
  const again = button('Again', () => draw([]));
  const draw = now => {
    turns = now;
    const state = play(turns);
    const focus = document.activeElement;
    table.replaceChildren(...rows(state));
    log.replaceChildren(...state.said.map(line => make('li', '', line)));
    log.scrollTop = log.scrollHeight;
    state.workers.forEach((worker, i) => {
      go[i].textContent = worker.next ? `${worker.name}: ${worker.next}` : `${worker.name} has ended`;
      go[i].disabled = !worker.next;
    });
    back.disabled = again.disabled = turns.length === 0;
    said.textContent = sentence(state, seen, all);
    if (focus?.disabled) {
      [...go, again].find(one => !one.disabled).focus();
    }
  };
  draw([]);
  return make('div', 'instrument race', make('p', '', 'Now you say who goes on:'), make('div', '', ...go, back, again),
    make('div', 'table', table), said, log);
}

function button(words, work) {
  const button = make('button', '', words);
  button.type = 'button';
  button.addEventListener('click', work);
  return button;
}

function rows({ jobs, workers }) {
  const shared = make('td', '', jobs.join(', ') || 'empty');
  shared.colSpan = NAMES.length;
  return [
    make('thead', '', make('tr', '', ...COLUMNS.map(name => head(name, 'col')))),
    make('tbody', '',
      make('tr', '', head('jobs', 'row'), shared),
      make('tr', '', head('job', 'row'), ...workers.map(worker => make('td', '', worker.job || '–')))),
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
  const rest = left > 0 ? `There are ${left} other endings: again?` : 'These were all.';
  return `${end} You have seen ${seen.size} of ${all.size} endings. ${rest}`;
}
