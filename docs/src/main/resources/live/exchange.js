// A picture of what client and server have said to each other: two lanes, and time going down.
import { escapes, make } from './make.js';

const WORDS = { sent: 'to your server', received: 'from your server', print: 'your terminal' };
const ARROWS = { sent: '→', received: '←' };

/**
 * A table first, for everyone; the styles make a picture of it.
 *
 * @param server what its lane is called
 */
export function picture(scenes, server = 'Your server') {
  const table = make('table', 'exchange',
    make('caption', 'unseen', 'What was sent and received, in order'),
    make('thead', '', make('tr', '',
      header('ms'), header('Client'), header(''), header(server))));
  const body = make('tbody');
  const isMany = new Set(scenes.map(({ check }) => check)).size > 1;
  scenes.forEach(scene => body.append(row(scene, isMany)));
  table.append(body);
  return table;
}

function header(text) {
  const cell = make('th', '', text);
  cell.scope = 'col';
  return text ? cell : make('td');
}

function row(scene, isMany) {
  const millis = make('td', 'millis', String(scene.millis));
  const arrow = make('td', 'arrow');
  const what = (isMany ? `(${scene.check}) ` : '') + scene.what;
  if (ARROWS[scene.kind]) {
    const sign = make('span', '', ARROWS[scene.kind]);
    sign.setAttribute('aria-hidden', 'true');
    arrow.append(sign, make('span', 'unseen', WORDS[scene.kind]));
  }
  if (scene.mark) {
    arrow.append(make('strong', `mark ${scene.mark}`, scene.mark));
  }
  const isPrint = scene.kind === 'print';
  const isServers = scene.kind === 'received' || isPrint;
  const isWrong = scene.here && (isPrint || scene.lines.length === 0);
  const content = [make('span', 'what', ...(isWrong ? wrong(what, 'here') : escapes(what))),
    isPrint ? calls(scene) : bytes(scene)];
  const [client, server] = isServers ? [make('td'), make('td', '', ...content)]
    : [make('td', '', ...content), make('td')];
  const all = scene.kind === 'note' ? [millis, wide(content)] : [millis, client, arrow, server];
  return make('tr', scene.kind, ...all);
}

function wide(content) {
  const cell = make('td', 'note', ...content);
  cell.colSpan = 3;
  return cell;
}

/** A stack trace is long, and mostly the JDK's: of the reader's calls the first is shown. */
function calls({ lines }) {
  if (lines.length === 0) {
    return null;
  }
  const mine = lines.find(line => line.startsWith('at exercise.')) ?? lines[0];
  return make('details', '',
    make('summary', '', mine, lines.length > 1 ? `, of ${lines.length} calls` : ''),
    make('code', 'bytes', lines.join('\n')));
}

/** The bytes, a line for each line end; where they went wrong is marked. */
function bytes({ lines, length, here }) {
  if (lines.length === 0) {
    return null;
  }
  const text = make('code', 'bytes');
  const all = here?.line === lines.length ? [...lines, ''] : lines;
  all.forEach((line, i) =>
    text.append(...(i === here?.line ? marked(line, here.column) : escapes(line)), '\n'));
  return make('span', '', text, make('span', 'length', `${length} bytes`));
}

/** An escape stands for one byte. */
function marked(line, column) {
  const [first] = /^(\\[rnt]|\\x[0-9a-f]{2}|.)?/su.exec(line.slice(column));
  const [mark, words] = wrong(first || '▮', first ? 'here' : 'too early an end');
  return [...escapes(line.slice(0, column)), mark,
    ...escapes(line.slice(column + first.length)), words];
}

/** What is wrong, told to the eye by a box and words after the line, else by words before it. */
function wrong(text, words) {
  const label = make('span', 'wrong-words', ` ◂ ${words}`);
  label.setAttribute('aria-hidden', 'true');
  return [make('mark', '', make('span', 'unseen', ` wrong from here on (${words}): `), text), label];
}
