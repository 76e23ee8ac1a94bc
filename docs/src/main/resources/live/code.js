// Paints the blocks of code, and gives those with commands a button that copies these.
import hljs from './highlight/core.js';
import bash from './highlight/bash.js';
import diff from './highlight/diff.js';
import http from './highlight/http.js';
import java from './highlight/java.js';
import xml from './highlight/xml.js';
import { copyButton, make } from './make.js';

const LANGUAGES = { bash, diff, http, java, xml };
Object.entries(LANGUAGES).forEach(([name, grammar]) => hljs.registerLanguage(name, grammar));

/** How the languages of the pages are painted. */
const PAINTERS = {
  java: text => paint(text, 'java'),
  html: text => paint(text, 'xml'),
  diff: text => paint(text, 'diff'),
  sh: text => paint(text, 'bash'),
  console: text => lines(text, /^\$ /, 'bash'),
  jshell: text => lines(text, /^(jshell> | *\.\.\.> )/, 'java'),
  http: exchange,
};

/** highlight.js escapes what it paints. */
function paint(text, language) {
  const painted = make('span');
  painted.innerHTML = hljs.highlight(text, { language }).value;
  return [...painted.childNodes];
}

/** What is typed after a prompt is painted; the rest is what a program has printed. */
function lines(text, prompt, language) {
  return text.split(/(?<=\n)/).flatMap(line => {
    const found = prompt.exec(line)?.[0];
    return found === undefined ? [make('span', 'printed', line)]
      : [make('span', 'prompt', found), ...paint(line.slice(found.length), language)];
  });
}

function exchange(text) {
  if (!/^[<>]/m.test(text)) {
    return paint(text, 'http');
  }
  return text.split(/(?<=\n)/).map(line =>
    make('span', line.startsWith('>') ? 'sent' : 'received', line));
}

const COMMANDS = {
  sh: text => text.trim(),
  console: text => text.split('\n').filter(line => line.startsWith('$ '))
    .map(line => line.slice(2)).join('\n'),
};

export function paintCode() {
  for (const figure of document.querySelectorAll('figure.code')) {
    const code = figure.querySelector('code');
    const text = code.textContent;
    const { language } = figure.dataset;
    code.replaceChildren(...(PAINTERS[language] ?? (all => [all]))(text));
    const commands = COMMANDS[language]?.(text);
    if (commands) {
      figure.append(copyButton(commands, commands.includes('\n') ? 'the commands' : commands));
    }
  }
  // Keys must be able to scroll what a mouse can.
  const look = new ResizeObserver(entries => entries.forEach(({ target }) => {
    const isWide = target.scrollWidth > target.clientWidth;
    isWide ? target.tabIndex = 0 : target.removeAttribute('tabindex');
  }));
  document.querySelectorAll('main pre, main .table, main .drawing').forEach(one => look.observe(one));
}
