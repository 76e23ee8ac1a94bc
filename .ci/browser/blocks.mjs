// Runs each block of the chapters by its button, in headless Chromium, and counts how many are as the
// page prints: bash .ci/browser/run blocks.mjs [step, such as step02] [block...]
import { mkdirSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { copyProject, remove, startBook, STEPS } from './book.mjs';
import { launch } from './chromium.mjs';
import { expect, faults, FOLDER, goTo, open, shot } from './window.mjs';

const DONE = ':is([data-tried="same"], [data-tried="other"], [data-tried="failed"])';

/** What is folded, or shown when a reader has chosen an option. */
const unfold = boxes => boxes.forEach(box => Object.assign(box, { open: true, hidden: false }));

/** Clicks the button of a block, and waits for what comes of it: 'same' if it is as on the page. */
export async function tryBlock(page, number) {
  const figure = `figure[data-block="${number}"]`;
  await page.locator('details').evaluateAll(unfold);
  await page.locator(`${figure} .run`).click();
  await page.waitForSelector(figure + DONE, { timeout: 300_000 });
  return page.locator(figure).getAttribute('data-tried');
}

/** The numbers of the blocks of a page that have a button. */
export async function buttons(page) {
  await page.waitForSelector('.tries', { state: 'attached' });
  return page.locator('figure:has(.tries)').evaluateAll(
    all => all.map(figure => Number(figure.dataset.block)));
}

async function all(browser, book, step, wanted) {
  const { context, page } = await open(browser, book);
  await goTo(page, book, `docs/${step}.md`);
  const numbers = wanted.length > 0 ? wanted : await buttons(page);
  let same = 0;
  for (const number of numbers) {
    const start = Date.now();
    const state = await tryBlock(page, number);
    same += state === 'same' ? 1 : 0;
    const figure = page.locator(`figure[data-block="${number}"]`);
    const first = await figure.locator('.result a').allInnerTexts();
    const after = first.length > 0 ? `, after ${first}` : '';
    console.log(`${step} ${number}: ${state}${after}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    if (state !== 'same') {
      console.log(await figure.locator('.result').innerText());
      await shot(page, `${step}-block-${number}`);
      expect(false, `${step}, block ${number}: ${state}`);
    }
  }
  console.log(`${step}: as the page prints: ${same} of ${numbers.length}`);
  await context.close();
  return [same, numbers.length];
}

async function main([name = '', ...wanted]) {
  mkdirSync(FOLDER, { recursive: true });
  const folder = copyProject();
  const browser = await launch();
  let book;
  try {
    book = await startBook(folder);
    const counts = [];
    for (const step of STEPS.filter(one => one.startsWith(name))) {
      counts.push(await all(browser, book, step, wanted.map(Number)));
    }
    const sum = index => counts.reduce((total, count) => total + count[index], 0);
    console.log(`as the page prints: ${sum(0)} of ${sum(1)}`);
  } finally {
    await browser.close();
    await book?.stop();
    remove(folder);
  }
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await main(argv.slice(2));
}
