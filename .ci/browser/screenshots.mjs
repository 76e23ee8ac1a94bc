// Pictures of what a browser shows of the listings, in a drawn window with its address.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { crc32 } from 'node:zlib';
import { copyProject, Learner, remove, startBook } from './book.mjs';
import { launch } from './chromium.mjs';

const IMAGES = 'docs/images';
const PAGES = 'step04-html/src/main/resources';
const HELLO = 'Hello!\nHi from your web server.\nПривет от вашего веб-сервера.';
const OOPS = 'Oops!\nThere is no such page here.\nТакой страницы здесь нет.';

/** What the page of the live workbook says of the first wrong answer of step 3. */
const LINE_ENDS = 'A line of the head does not end in \\r\\n: compare the ends of its lines.';

/** What is asked for, and what must come: the status, none without a response, and the words. */
const PICTURES = [
  { name: 'step01-browser', listing: 'step01-listen/src/main/java/listings/Listing01.java',
    path: '/', size: [640, 300], status: undefined, words: 'ERR_EMPTY_RESPONSE' },
  { name: 'step03-browser', listing: 'step03-respond/src/main/java/listings/Listing03.java',
    path: '/', size: [640, 160], status: 200, words: '' },
  { name: 'step04-browser', listing: 'step04-html/src/main/java/listings/Listing09.java',
    path: '/', size: [640, 200], status: 200, words: HELLO },
  { name: 'step04-404', listing: 'step04-html/src/main/java/listings/Listing09.java',
    path: '/tea', size: [640, 200], status: 404, words: OOPS },
  { name: 'live-page', step: 'step03-respond', path: '/docs/step03-respond.md', size: [1240, 960],
    place: '31-answer-every-request-with-200-ok', words: LINE_ENDS },
];

/** The part of a picture that another browser, or its fonts, may draw otherwise. */
const TOLERANCE = 0.05;

/** Starts a listing on a free port; what it gives has the address, and stops it. */
async function start(listing) {
  const options = ['-Dport=0', '-XX:TieredStopAtLevel=1', '-cp', PAGES, listing];
  const server = spawn('java', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const late = setTimeout(() => server.kill(), 60_000);
  for await (const line of createInterface(server.stdout)) {
    const url = /Listening on (\S+)/.exec(line)?.[1];
    if (url) {
      clearTimeout(late);
      server.stdout.resume();
      return { url, stop: () => server.kill() };
    }
  }
  throw new Error(`${listing} does not start`);
}

/** A page's text without differences that nobody sees. */
async function textOf(page) {
  const text = await page.evaluate(() => document.body.innerText);
  return text.split('\n').map(line => line.trim()).filter(line => line).join('\n');
}

/** How long a page may be loaded again until it shows what it should, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Loads the page until it shows the words. Which error a browser shows of a connection that ends
 * at once is a matter of microseconds: of two loads, about one shows another than wanted.
 */
async function open(page, url, wanted) {
  const end = Date.now() + PATIENCE;
  let shown;
  do {
    const response = await page.goto(url, { timeout: 20_000 }).catch(() => null);
    // An error page comes after the failure.
    await page.waitForLoadState('load');
    await page.waitForTimeout(200);
    // Chromium may load an error page again by itself, at this very moment.
    const words = await textOf(page).catch(() => '');
    shown = { status: response?.status(), words };
    const isRight = wanted.status ? words === wanted.words : words.includes(wanted.words);
    if (shown.status === wanted.status && isRight) {
      return;
    }
  } while (Date.now() < end);
  throw new Error(`${url} was to show ${JSON.stringify(wanted)},`
      + ` it shows ${JSON.stringify(shown)}`);
}

/** The page's picture below a bar with the address that a reader would have typed. */
async function frame(context, picture, address) {
  const page = await context.newPage();
  await page.setContent(`<style>
      body { margin: 0; }
      figure { display: inline-block; margin: 0; border: 1px solid #8c959f; border-radius: 8px;
          overflow: hidden; background: #e7eaed; }
      p { margin: 8px 12px; padding: 4px 14px; border-radius: 14px; background: white;
          font: 14px "Liberation Sans"; color: #24292f; }
      img { display: block; border-top: 1px solid #8c959f; }
    </style>
    <figure><p>http://127.0.0.1:${address}</p>
    <img src="data:image/png;base64,${picture.toString('base64')}"></figure>`);
  await page.waitForFunction(() => document.images[0].complete);
  const framed = await page.locator('figure').screenshot({ omitBackground: true });
  await page.close();
  return framed;
}

/** A PNG with one more chunk after its header: in words, what was to be seen (PNG, 11.3.3). */
function describe(png, expected) {
  // Escaped, since the chunk is Latin-1.
  const words = JSON.stringify(expected)
    .replace(/[^ -~]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const chunk = Buffer.from(`tEXtDescription\0${words}`, 'latin1');
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(chunk.length - 4);
  crc.writeUInt32BE(crc32(chunk));
  const header = 8 + 25;
  return Buffer.concat([png.subarray(0, header), length, chunk, crc, png.subarray(header)]);
}

/** The description of a picture of ours. */
function descriptionOf(png) {
  return /tEXtDescription\0(.*?\})/.exec(png.toString('latin1'))?.[1];
}

async function take(browser, { listing, path, size: [width, height], ...expected }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
  const server = await start(listing);
  try {
    const page = await context.newPage();
    await open(page, server.url + path, expected);
    const picture = await frame(context, await page.screenshot(), `7878${path}`);
    return describe(picture, { path, ...expected });
  } finally {
    server.stop();
    await context.close();
  }
}

/** The live workbook, when a wrong answer has been saved. */
async function takeLive(browser, { step, path, size: [width, height], place, words }) {
  const folder = copyProject();
  const learner = new Learner(folder, step);
  learner.save(learner.wrongAnswers()[0].files());
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
  const book = await startBook(folder);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${book.url}${path}#${book.token}`);
    await page.waitForFunction(wanted =>
      document.querySelector('#failure .fact')?.textContent === wanted, words);
    await page.waitForSelector('#tasks[data-judging="false"]');
    await page.evaluate(id => document.getElementById(id).scrollIntoView(), place);
    const picture = await frame(context, await page.screenshot(), `7870${path}`);
    return describe(picture, { path, words });
  } finally {
    await book.stop();
    await context.close();
    remove(folder);
  }
}

/** The part of the small squares in which two pictures differ; 1 if their sizes do. */
async function difference(browser, ...pictures) {
  const page = await browser.newPage();
  const urls = pictures.map(picture => `data:image/png;base64,${picture.toString('base64')}`);
  const part = await page.evaluate(async both => {
    const images = await Promise.all(both.map(async url => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image;
    }));
    const [{ width, height }] = images;
    if (images.some(image => image.width !== width || image.height !== height)) {
      return 1;
    }
    const [a, b] = images.map(image => {
      const canvas = new OffscreenCanvas(Math.ceil(width / 8), Math.ceil(height / 8));
      const pen = canvas.getContext('2d');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      return pen.getImageData(0, 0, canvas.width, canvas.height).data;
    });
    let differ = 0;
    for (let i = 0; i < a.length; i += 4) {
      differ += [0, 1, 2].some(c => Math.abs(a[i + c] - b[i + c]) > 48) ? 1 : 0;
    }
    return differ / (a.length / 4);
  }, urls);
  await page.close();
  return part;
}

/** Why a committed picture is no longer true; undefined if it is. */
async function fault(browser, file, picture) {
  if (!existsSync(file)) {
    return 'it is missing';
  }
  const committed = readFileSync(file);
  if (descriptionOf(committed) !== descriptionOf(picture)) {
    return `it shows ${descriptionOf(committed)}, it should be ${descriptionOf(picture)}`;
  }
  const part = await difference(browser, picture, committed);
  return part <= TOLERANCE ? undefined : `${(100 * part).toFixed(1)} % of it differs`;
}

/** Makes each picture; those that are still true are left as they are. */
async function main(mode) {
  const browser = await launch();
  const folder = mode === 'check' ? 'docs/target/images' : IMAGES;
  mkdirSync(folder, { recursive: true });
  let failures = 0;
  for (const { name, ...wanted } of PICTURES) {
    const file = `${IMAGES}/${name}.png`;
    const made = `${folder}/${name}.png`;
    const picture = await (wanted.step ? takeLive : take)(browser, wanted);
    const why = await fault(browser, file, picture);
    if (why || mode === 'check') {
      writeFileSync(made, picture);
    }
    if (why && mode === 'check') {
      failures++;
      console.log(`FAILED: ${file}: ${why}. Compare it with ${made};`
          + ' bash .ci/screenshots makes it anew');
    } else {
      console.log(why ? `${made}: made, since ${why}` : `${file}: still true`);
    }
  }
  await browser.close();
  return failures;
}

process.exitCode = await main(process.argv[2]) ? 1 : 0;
