// A learner's way through the live book. It waits for what is to come, and never for a time.
import { mkdirSync, rmSync } from 'node:fs';
import { argv } from 'node:process';
import { tryBlock } from './blocks.mjs';
import { copyProject, Learner, remove, startBook, STEPS } from './book.mjs';
import { launch } from './chromium.mjs';
import { code } from './code.mjs';
import { threads, wire } from './instruments.mjs';
import { lab } from './lab.mjs';
import { notes } from './notes.mjs';
import { pictures, replay } from './pictures.mjs';
import { pages } from './pages.mjs';
import { check, connected, expect, faults, FOLDER, foreign, goTo, isToSee, judged, open, shot, state,
  status, text, watchPage } from './window.mjs';

// ---- parts ----

async function steps(browser, book, folder) {
  const { context, page } = await open(browser, book);
  for (const step of STEPS) {
    const learner = new Learner(folder, step);
    await goTo(page, book, `docs/${step}.md`);
    await readHints(page);
    const wrong = learner.wrongAnswers().find(one => !one.runsOn && !one.isRace);
    learner.save(wrong.files());
    await state(page, wrong.task, ['failed', 'broken']);
    for (const word of wrong.words) {
      await text(page, '#failure', word);
    }
    await shot(page, `${step}-wrong`);
    await compileError(page, learner);
    learner.solve();
    await text(page, '#notice', /^(\d+) of \1 /);
    await judged(page);
    expect(await page.locator('#failure').isHidden(), `${step}: a failure is shown of a solved step`);
    await shot(page, `${step}-solved`);
    await server(page, learner, step);
    console.log(`${step}: ${wrong.title}; ${await page.locator('#notice').innerText()}`);
  }
  await context.close();
}

/** One hint more is there when one has been opened, also after the page is loaded anew. */
async function readHints(page) {
  const hints = page.locator('details:has(> summary:text-matches("^Hint \\\\d$"))');
  const before = await hints.filter({ visible: true }).count();
  await hints.first().locator('summary').press('Enter'); // the page may scroll to where one was
  await page.waitForFunction(([all, count]) =>
    [...document.querySelectorAll(all)].filter(one => one.checkVisibility()).length === count,
  ['details[id^="hint-"]', before + 1]);
  await page.reload();
  await connected(page);
  await page.waitForFunction(([all, count]) =>
    [...document.querySelectorAll(all)].filter(one => one.checkVisibility()).length === count,
  ['details[id^="hint-"]', before + 1]);
}

async function compileError(page, learner) {
  learner.change('import java.net.Socket;\n', '');
  await text(page, '#mistakes', /line \d+: cannot find symbol.*import java\.net\.Socket;/);
}

async function server(page, learner, step) {
  await page.locator('#port').selectOption('0');
  await page.locator('#start').click();
  const link = page.locator('#phase a');
  await link.waitFor();
  const first = await link.getAttribute('href');
  await ask(first);
  await text(page, '#output', /Listening on/);
  const files = learner.files('solution');
  const changed = new Map([...files].map(([name, all]) => [name, `${all}\n// saved\n`]));
  const number = await page.locator('#output').textContent();
  learner.save(changed);
  await page.waitForFunction(before => document.querySelector('#output').textContent !== before,
      number);
  await page.locator('#restart').click();
  await link.waitFor();
  await shot(page, `${step}-server`);
  await page.locator('#stop').click();
  await text(page, '#phase', /does not run/);
  await expectRefused(first);
  await judged(page);
}

/** Steps 1 and 2 answer nothing, or no HTTP. */
const ask = url => fetch(url).catch(() => undefined);

async function expectRefused(url) {
  const answer = await fetch(url).then(() => 'it answers', error => error.cause?.code);
  expect(answer === 'ECONNREFUSED', `a stopped server: ${answer}`);
}

async function tabs(browser, book, folder) {
  const { context, page } = await open(browser, book);
  const learner = new Learner(folder, STEPS[1]);
  learner.begin();
  const all = [page];
  for (let i = 1; i < 9; i++) {
    all.push(await context.newPage());
    watchPage(all[i]);
  }
  for (const tab of all) {
    await goTo(tab, book, `docs/${STEPS[1]}.md`);
  }
  await Promise.all(all.map(tab => state(tab, '2.1', ['failed', 'broken'])));
  learner.solve();
  await Promise.all(all.map(tab => state(tab, '2.1', ['passed'])));
  // The one that reads the stream goes; another one takes over.
  await all.shift().close();
  learner.begin();
  await Promise.all(all.map(tab => state(tab, '2.1', ['failed', 'broken'])));
  await restart(all, book, folder);
  learner.solve();
  await Promise.all(all.map(tab => state(tab, '2.1', ['passed'])));
  console.log('nine tabs, one of them closed, the book started anew: all show each verdict');
  await context.close();
}

async function restart(all, book, folder) {
  await book.stop();
  await Promise.all(all.map(tab => status(tab, 'lost')));
  Object.assign(book, await startBook(folder, new URL(book.url).port));
  await Promise.all(all.map(connected));
}

/** Bytes, an edit and what it needs, a server and the lab, each by its button. */
const TRIED = { 'step02-read-request': [5, 33], 'step01-listen': [18] };

async function blocks(browser, book) {
  const { context, page } = await open(browser, book);
  for (const [step, numbers] of Object.entries(TRIED)) {
    await goTo(page, book, `docs/${step}.md`);
    for (const number of numbers) {
      const state = await tryBlock(page, number);
      expect(state === 'same', `${step}, block ${number}: ${state}`);
      await page.locator(`figure[data-block="${number}"]`).scrollIntoViewIfNeeded();
      await shot(page, `${step}-block-${number}`);
    }
    await check(page, `${step} with blocks that have run`, 'light');
  }
  console.log('blocks: each as the page prints');
  await context.close();
}

// ---- all ----

const PARTS = { steps, pages, pictures, replay, notes, wire, threads, lab, code, blocks, tabs };
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const chosen = argv.slice(2);
const folder = copyProject();
const browser = await launch();
let book;
try {
  book = await startBook(folder);
  for (const part of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
    await PARTS[part](browser, book, folder);
  }
  expect(foreign.size === 0, `asked of other hosts: ${[...foreign]}`);
} finally {
  await browser.close();
  await book?.stop();
  remove(folder);
}
console.log(`${faults.length} faults.${isToSee ? ` The pictures are in ${FOLDER}.` : ''}`);
process.exitCode = faults.length > 0 ? 1 : 0;
