// Draws the mermaid pictures of the pages as SVG without any style, which a page must not bring.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { launch, tools } from './chromium.mjs';

const FOLDER = 'docs/src/main/resources/live/drawings';
const MERMAID = tools.resolve('mermaid/dist/mermaid.min.js');
const THEMES = { light: 'default', dark: 'dark' };
const WINDOW = { width: 656, height: 800 }; // a chart of time is as wide as it, less its margins

/** The texts of all pictures. */
function sources() {
  const pages = execFileSync('git', ['ls-files', 'README.md', ':(glob)docs/*.md'],
      { encoding: 'utf8' });
  return pages.trim().split('\n').flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(/^```mermaid\n(.*?)^```$/gms)]
      .map(([, source]) => ({ page, source })));
}

/** As `rendering.Blocks` names them: no other text has this name. */
const nameOf = source =>
  createHash('sha256').update(source.trim(), 'utf8').digest('hex').slice(0, 12);

/** In the browser: draws a picture. What its styles say, its elements say then. */
async function draw(source, theme, id) {
  mermaid.initialize({
    startOnLoad: false, theme, htmlLabels: false, flowchart: { htmlLabels: false },
    fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
  });
  document.body.innerHTML = (await mermaid.render(id, source)).svg;
  const svg = document.querySelector('svg');
  if (svg.querySelector('foreignObject')) {
    throw new Error('this kind of picture has labels of HTML, for which styles are needed');
  }
  // What an element has when nothing is said of it. All but the last three it gets from its parent.
  const properties = {
    fill: 'rgb(0, 0, 0)', 'fill-opacity': '1', stroke: 'none', 'stroke-width': '1px',
    'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
    'font-size': '16px', 'font-weight': '400', 'font-style': 'normal', 'text-anchor': 'start',
    visibility: 'visible', opacity: '1', 'dominant-baseline': 'auto', 'alignment-baseline': 'auto',
  };
  const isOwn = name => /opacity$|baseline$/.test(name) && name !== 'fill-opacity';
  svg.querySelectorAll('*').forEach(element =>
    getComputedStyle(element).display === 'none' && element.remove());
  const values = [...svg.querySelectorAll('*')].map(element => {
    const { parentElement } = element;
    const [own, parent] = [element, parentElement].map(one => getComputedStyle(one));
    return [element, Object.entries(properties).map(([name, usual]) =>
      [name, own[name], isOwn(name) || parentElement === svg ? usual : parent[name]])];
  });
  for (const [element, found] of values) {
    for (const [name, value, usual] of found) {
      element.removeAttribute(name);
      if (value !== usual) {
        element.setAttribute(name, value);
      }
    }
  }
  svg.querySelectorAll('style, script').forEach(element => element.remove());
  for (const element of svg.querySelectorAll('*')) {
    const left = [...element.attributes].filter(({ name }) =>
      /^(style|class|on.*|data-.*|aria-.*|role|name|rel|target)$/.test(name));
    left.forEach(({ name }) => element.removeAttribute(name));
  }
  const used = new Set([...svg.outerHTML.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)]
    .map(([, a, b]) => a ?? b));
  svg.querySelectorAll('[id]').forEach(element =>
    used.has(element.id) || element.removeAttribute('id'));
  svg.querySelectorAll('defs, g, marker, symbol').forEach(element =>
    element.childNodes.length || element.remove());
  svg.querySelectorAll('marker, symbol, filter').forEach(element =>
    used.has(element.id) || element.remove());
  return { body: svg.innerHTML, box: svg.getAttribute('viewBox') };
}

/** What the picture shows, for those who do not see it. */
function describe(source, texts) {
  if (!source.includes('sequenceDiagram')) {
    return texts.join('; ');
  }
  const names = new Map([...source.matchAll(/(?:participant|actor) (\w+) as (.+)/g)]
    .map(([, id, name]) => [id, name]));
  const name = id => names.get(id) ?? id;
  return [...source.matchAll(/^\s*(?:(\w+) *-[->x)]+[+-]? *(\w+)|Note over ([\w,]+)): *(.+)$/gm)]
    .map(([, from, to, over, text]) => from ? `${name(from)} to ${name(to)}: ${text}`
      : `${over.split(',').map(name).join(' and ')}: ${text}`)
    .join('; ');
}

const wordsOf = svg => [...svg.matchAll(/>([^<>]+)</g)].map(([, word]) => word.trim())
  .filter(word => word);
/** A text of several lines, or of words that are drawn apart, is one. */
const textsOf = svg => [...svg.matchAll(/<text.*?<\/text>/gs)]
  .map(([text]) => wordsOf(text).join(' ').replaceAll('&amp;', '&').trim())
  .filter(text => text);
const labelOf = svg => svg.match(/aria-label="[^"]*"/)?.[0];

async function picture(tab, source, theme) {
  const name = nameOf(source);
  const id = `d${name}${theme[0]}`;
  const { body, box } = await tab.evaluate(`(${draw})(${JSON.stringify(source)},
      '${THEMES[theme]}', '${id}')`);
  const [, , width, height] = box.split(' ').map(Number);
  const escaped = describe(source, textsOf(body))
    .replace(/<br ?\/?>/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${theme}" role="img"`
      + ` aria-label="${escaped}" width="${Math.ceil(width)}" height="${Math.ceil(height)}"`
      + ` viewBox="${box}" font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="16px">`
      + `${body.replace(/\d+\.\d{3,}/g, number => String(Number(Number(number).toFixed(2))))}</svg>\n`;
}

async function main(mode) {
  const browser = await launch();
  const tab = await browser.newPage({ viewport: WINDOW });
  await tab.addScriptTag({ path: MERMAID });
  mkdirSync(FOLDER, { recursive: true });
  const faults = [];
  const left = new Set(readdirSync(FOLDER));
  for (const { page, source } of sources()) {
    for (const theme of Object.keys(THEMES)) {
      const file = `${nameOf(source)}-${theme}.svg`;
      left.delete(file);
      const drawn = await picture(tab, source, theme);
      const path = `${FOLDER}/${file}`;
      // Another browser may draw a line elsewhere; the words are the text's.
      const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const isTrue = [wordsOf, labelOf].every(of => String(of(there)) === String(of(drawn)));
      if (mode !== 'check' && !isTrue) {
        writeFileSync(path, drawn);
      } else if (!isTrue) {
        faults.push(`${page}: ${file} is ${there ? 'not the text\'s' : 'missing'}`);
      }
    }
  }
  for (const file of left) {
    mode === 'check' ? faults.push(`no page has ${file}`) : rmSync(`${FOLDER}/${file}`);
  }
  await browser.close();
  faults.forEach(fault => console.log(`FAILED: ${fault}. Draw it: bash .ci/drawings`));
  console.log(`${sources().length} pictures, ${faults.length} faults`);
  return faults.length;
}

process.exitCode = await main(argv[2]) ? 1 : 0;
