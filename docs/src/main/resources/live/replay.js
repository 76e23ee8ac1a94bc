// What happened in a task that failed, to be gone through in its order: the rows up to a moment, and
// where each of the learner's threads stood then.
import { make } from './make.js';
import { picture } from './exchange.js';

const KINDS = { runs: 'runs', waits: 'waits', lock: 'waits for a lock', job: 'is in a job' };

export function replay(scenes, lanes) {
  const table = picture(scenes);
  const moments = momentsOf(scenes, lanes);
  if (moments.length < 2) {
    return table;
  }
  const start = make('button', '', 'Step by step');
  start.type = 'button';
  const box = make('div', 'replay', start, table);
  start.addEventListener('click', () => begin(box, { scenes, lanes, moments, table, start }));
  return box;
}

/** When something has happened or changed: milliseconds since the task began. */
function momentsOf(scenes, lanes) {
  const all = [...scenes, ...lanes.flatMap(({ stretches }) => stretches.map(({ from }) => ({ millis: from })))];
  return [...new Set(all.map(({ millis }) => millis))].sort((a, b) => a - b);
}

function begin(box, { scenes, lanes, moments, table, start }) {
  const slider = make('input');
  Object.assign(slider, { type: 'range', min: 0, max: moments.length - 1, value: 0 });
  slider.setAttribute('aria-label', 'Moment');
  const when = make('output', 'when');
  const whole = make('button', '', 'Whole story');
  whole.type = 'button';
  const bar = make('div', 'moment', slider, when, whole);
  const threads = board(lanes, moments);
  const rows = [...table.tBodies[0].rows];
  const show = () => {
    const now = moments[slider.value];
    rows.forEach((row, i) => row.classList.toggle('later', scenes[i].millis > now));
    threads.show(now);
    when.textContent = `${now} ms`;
    const last = scenes.filter(({ millis }) => millis <= now).at(-1);
    slider.setAttribute('aria-valuetext', `${now} ms: ${last?.what ?? 'nothing yet'}`);
    follow(threads.element, rows.findLast(row => !row.classList.contains('later')));
  };
  slider.addEventListener('input', show);
  whole.addEventListener('click', () => {
    rows.forEach(row => row.classList.remove('later'));
    box.replaceChildren(start, table);
    start.focus();
  });
  box.replaceChildren(bar, table, threads.element);
  show();
  slider.focus();
}

/** In a low window, too, the reader sees what the slider changes; the newest row before all. */
function follow(...elements) {
  elements.forEach(one => one?.scrollIntoView({ block: 'nearest' }));
}

/** A row a thread: what it has done in a band, and where it stands. */
function board(lanes, moments) {
  const [first, last] = [moments[0], moments.at(-1)];
  const part = millis => `${100 * (millis - first) / Math.max(1, last - first)}%`;
  const rows = lanes.map(lane => row(lane, part));
  const table = make('table', 'lanes', make('caption', '', 'Your threads at this moment'),
    make('tbody', '', ...rows.map(({ element }) => element)));
  const legend = make('p', 'legend', ...Object.entries(KINDS).map(([kind, words]) =>
    make('span', '', make('span', `key ${kind}`), words)));
  return {
    element: lanes.length > 0 ? make('div', '', table, legend)
      : make('p', '', 'None of your threads was seen at work.'),
    show: now => rows.forEach(one => one.show(now)),
  };
}

function row({ thread, stretches }, part) {
  const band = make('div', 'band');
  band.setAttribute('aria-hidden', 'true');
  for (const { from, to, kind } of stretches) {
    const piece = make('span', kind);
    piece.style.left = part(from);
    piece.style.width = `calc(${part(to)} - ${part(from)} + 1px)`;
    band.append(piece);
  }
  const now = make('span', 'now');
  band.append(now);
  const stands = make('td', 'stands');
  const head = make('th', '', thread);
  head.scope = 'row';
  return {
    element: make('tr', '', head, make('td', 'course', band), stands),
    show: millis => {
      now.style.left = part(millis);
      const at = stretches.findLast(({ from, to }) => from <= millis && millis <= to);
      stands.replaceChildren(...words(at));
    },
  };
}

function words(stretch) {
  if (!stretch) {
    return ['not in your code'];
  }
  const { doing, place, method, code } = stretch;
  return [`${doing}, ${place} in ${method}`, code ? make('code', '', code) : ''];
}
