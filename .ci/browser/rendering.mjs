// Each page as GitHub shows it: the same parser and styles, mermaid pictures included.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { launch, tools } from './chromium.mjs';

const FOLDER = 'docs/target/rendering';
const PAGES = ['README.md', 'docs/*.md', '.github/*.md'];
const STYLES = readFileSync(tools.resolve('github-markdown-css/github-markdown.css'), 'utf8');
const MERMAID = tools.resolve('mermaid/dist/mermaid.min.js');

/** A tall page is drawn in pieces, which a person can read: pixels. */
const PIECE = 2_400;

/** The font in which a picture can still be read on a phone: pixels. */
const SMALLEST = 6;

const COLORS = ['light', 'dark'];
const WIDTHS = { wide: 1012, phone: 390 };

/** Whoever names pages wants to see them. */
const chosen = argv.slice(2);

function pages() {
  const patterns = PAGES.map(page => `:(glob)${page}`);
  const all = execFileSync('git', ['ls-files', ...patterns], { encoding: 'utf8' });
  return chosen.length > 0 ? chosen : all.split('\n').filter(page => page);
}

function html(page) {
  const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'];
  const body = execFileSync('cmark-gfm',
      ['--unsafe', '--github-pre-lang', ...extensions.flatMap(name => ['-e', name]), page],
      { encoding: 'utf8' });
  return `<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <base href="${pathToFileURL(resolve(dirname(page)))}/">
        <style>${STYLES}
          body { margin: 0; background: var(--bgColor-default); }
          .markdown-body { box-sizing: border-box; max-width: 1012px; margin: auto; padding: 32px; }
          @media (max-width: 767px) { .markdown-body { padding: 16px; } }
          .mermaid { text-align: center; }
        </style>
        <script src="${pathToFileURL(MERMAID)}"></script>
      </head>
      <body><article class="markdown-body">${body}</article></body>
    </html>`;
}

/** In the browser: draws the mermaid pictures; what is wrong with them. */
async function drawMermaid() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' });
  const faults = [];
  for (const [i, source] of document.querySelectorAll('pre[lang=mermaid]').entries()) {
    const box = document.createElement('div');
    box.className = 'mermaid';
    source.replaceWith(box);
    try {
      box.innerHTML = (await mermaid.render(`picture${i}`, source.textContent, box)).svg;
    } catch (e) {
      faults.push(`mermaid picture ${i + 1}: ${e.message}`);
    }
  }
  return faults;
}

function openDetails() {
  document.querySelectorAll('details').forEach(box => box.open = true);
}

/** In the browser: what is missing, and what is too wide without a scroll bar of its own. */
function look(smallest) {
  const faults = [...document.images]
    .filter(image => image.naturalWidth === 0)
    .map(image => `no picture ${image.getAttribute('src')}`);
  const scrolls = element => element !== document.body && element !== document.documentElement
      && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
  for (const element of document.querySelectorAll('article *')) {
    const { right, left } = element.getBoundingClientRect();
    const isOut = right > innerWidth + 1 || left < -1;
    if (isOut && element.children.length === 0 && !scrolls(element.parentElement)) {
      faults.push(`too wide by ${Math.round(right - innerWidth)} px: ${element.localName} `
          + JSON.stringify(element.textContent.slice(0, 60)));
    }
  }
  for (const svg of document.querySelectorAll('.mermaid svg')) {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const size = scale * Math.min(...[...svg.querySelectorAll('text, foreignObject p')]
      .map(word => parseFloat(getComputedStyle(word).fontSize)));
    if (size < smallest) {
      faults.push(`${size.toFixed(1)} px are too small a font: ${JSON.stringify(
          svg.textContent.replace(/#.*\}/s, '').trim().slice(0, 60))}`);
    }
  }
  const out = document.documentElement.scrollWidth - innerWidth;
  if (out > 0 && faults.length === 0) {
    faults.push(`the page is ${out} px too wide`);
  }
  return faults;
}

/** In the browser: words of mermaid pictures that are too much like what is behind them. */
function compareColors() {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const paint = layers => {
    pen.clearRect(0, 0, 1, 1);
    for (const [color, opacity] of layers) {
      pen.fillStyle = color;
      pen.globalAlpha = opacity;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  // The contrast of WCAG 2, from 1 to 21.
  const light = ([r, g, b]) => [r, g, b]
    .map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0.05);
  const faults = [];
  const words = [...document.querySelectorAll('.mermaid svg :is(text, tspan, foreignObject *)')]
    .filter(word => word.children.length === 0 && word.textContent.trim());
  for (const word of words) {
    const { left, top, width, height } = word.getBoundingClientRect();
    const behind = document.elementsFromPoint(left + width / 2, top + height / 2).reverse();
    const shapes = behind.filter(element => element instanceof SVGGeometryElement);
    const back = paint([
      ...behind.map(element => [getComputedStyle(element).backgroundColor, 1]),
      ...shapes.map(shape => getComputedStyle(shape))
        .filter(({ fill }) => fill !== 'none')
        .map(({ fill, opacity, fillOpacity }) => [fill, opacity * fillOpacity]),
    ]);
    const { fill, color } = getComputedStyle(word);
    const front = paint([[word instanceof SVGElement ? fill : color, 1]]);
    const [dark, bright] = [light(front), light(back)].sort((a, b) => a - b);
    if (bright / dark < 3) {
      faults.push(`hard to read: ${JSON.stringify(word.textContent)}, ${front} on ${back}`);
    }
  }
  return faults;
}

/** Draws a page in every way; what is wrong. */
async function draw(browser, page) {
  const title = page.replace(/\.md$/, '').replaceAll('/', '-').replace(/^\./, '');
  const file = `${FOLDER}/${title}.html`;
  writeFileSync(file, html(page));
  const faults = [];
  const tab = await browser.newPage();
  const hasPictures = readFileSync(page, 'utf8').includes('```mermaid');
  for (const colorScheme of hasPictures || chosen.length > 0 ? COLORS : COLORS.slice(0, 1)) {
    await tab.emulateMedia({ colorScheme });
    for (const [name, width] of Object.entries(WIDTHS)) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(pathToFileURL(resolve(file)).href);
      faults.push(...await tab.evaluate(drawMermaid));
      await tab.evaluate(openDetails);
      const found = await tab.evaluate(look, SMALLEST);
      if (hasPictures || chosen.length > 0) {
        const height = await tab.evaluate(() => document.documentElement.scrollHeight);
        await tab.setViewportSize({ width, height });
        found.push(...await tab.evaluate(compareColors));
      }
      faults.push(...found.map(fault => `${name}, ${colorScheme}: ${fault}`));
      if (chosen.length > 0) {
        await takePictures(tab, `${FOLDER}/${title}-${name}-${colorScheme}`);
      }
    }
  }
  await tab.close();
  return [...new Set(faults)];
}

async function takePictures(tab, name) {
  const { width, height } = tab.viewportSize();
  for (let y = 0, piece = 1; y < height; y += PIECE, piece++) {
    const clip = { x: 0, y, width, height: Math.min(PIECE, height - y) };
    await tab.screenshot({ path: `${name}-${piece}.png`, clip });
  }
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await launch();
let failures = 0;
for (const page of pages()) {
  const faults = await draw(browser, page);
  faults.forEach(fault => console.log(`FAILED: ${page}, ${fault}`));
  failures += faults.length;
  console.log(`${page}: ${faults.length === 0 ? 'drawn' : `${faults.length} faults`}`);
}
await browser.close();
if (chosen.length > 0) {
  console.log(`The pictures are in ${FOLDER}.`);
}
process.exitCode = failures > 0 ? 1 : 0;
