// A learner's way through the live book. It waits for what is to come, and never for a time.
import { mkdirSync, rmSync } from 'node:fs';
import { argv } from 'node:process';
import { tryBlock } from './blocks.mjs';
import { copyProject, Learner, remove, startBook, STEPS } from './book.mjs';
import { launch } from './chromium.mjs';
import { threads, wire } from './instruments.mjs';
import { notes } from './notes.mjs';
import { check, connected, expect, faults, FOLDER, foreign, goTo, judged, LOOKS, open, shot, state, status,
  text, watchPage } from './window.mjs';

/** Code for each connection of step 1 that does not leave the judge in peace, and what it is told. */
const BAD = {
  spins: ['while (true) { }', /./],
  exits: ['System.exit(0);', /System\.exit was called/],
  halts: ['Runtime.getRuntime().halt(7);', /exit code 7/],
  floods: ['while (true) { System.out.println("x".repeat(1000)); }', /./],
  eats: ['var all = new java.util.ArrayList<int[]>(); while (true) { all.add(new int[100000]); }',
    /memory/],
};
const HERE = 'clients++;';

/** A page that answers: a click, and a frame. */
async function expectUsable(page, what) {
  const start = Date.now();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.locator('#again').click();
  expect(Date.now() - start < 10_000, `${what}: the page took ${Date.now() - start} ms`);
}

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
  await hints.first().locator('summary').click();
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

async function pages(browser, book) {
  for (const look of Object.keys(LOOKS)) {
    const { context, page } = await open(browser, book, look);
    const all = await page.locator('header nav a').evaluateAll(
        links => links.map(link => link.getAttribute('href').slice(1)));
    for (const path of all) {
      await goTo(page, book, path);
      await page.waitForSelector('body[data-ready]');
      const name = path.replace(/\.md$/, '').replaceAll('/', '-');
      await onPaper(page, name, look);
      await check(page, `${name}, ${look}`, look);
      await shot(page, `${name}-${look}`);
    }
    console.log(`${all.length} pages, ${look}`);
    await context.close();
  }
}

/** On paper: the text alone, nothing folded away but hints, nothing cut off. */
async function onPaper(page, what, look) {
  if (look !== 'phone') {
    return;
  }
  const open = await page.locator('main details[open]').count();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const wrong = await page.evaluate(() => {
    const shown = all => [...document.querySelectorAll(all)].filter(one => one.checkVisibility());
    return [...shown('header, #work, .copy, .badge, button'),
      ...shown('main details:not([open])'),
      ...shown('main pre').filter(one => one.scrollWidth > one.clientWidth + 1),
    ].map(one => one.outerHTML.slice(0, 80));
  });
  expect(wrong.length === 0, `${what}, on paper: ${wrong.length}: ${wrong[0]}`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('main details[open]').count() === open,
    `${what}: after printing, others are open`);
  await page.emulateMedia({ media: null });
}

async function code(browser, book, folder) {
  const { context, page } = await open(browser, book);
  const learner = new Learner(folder, STEPS[0]);
  await goTo(page, book, `docs/${STEPS[0]}.md`);
  for (const [name, [bad, words]] of Object.entries(BAD)) {
    const saved = await page.locator('#tasks').getAttribute('data-saved');
    learner.change(HERE, `${HERE} if (clients > 0) { ${bad} }`);
    await page.waitForSelector(`#tasks:not([data-saved="${saved}"])`);
    await page.waitForSelector('#failure:not(.old)');
    await text(page, '#failure .fact', words);
    await expectUsable(page, name);
    console.log(`${name}: ${await page.locator('#failure .fact').innerText()}`);
  }
  await floodedTerminal(page, learner);
  learner.begin();
  await state(page, '1.1', ['failed', 'broken']);
  await context.close();
}

/** A server that prints without an end can be stopped. */
async function floodedTerminal(page, learner) {
  const flood = 'while (true) { System.out.println("flood ".repeat(100)); }';
  learner.change('serve(listener);', `if (true) { ${flood} }`);
  await page.locator('#port').selectOption('0');
  await page.locator('#start').click();
  await text(page, '#output', /flood/);
  await expectUsable(page, 'a terminal that is flooded');
  await page.locator('#stop').click();
  await text(page, '#phase', /does not run/);
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

const PARTS = { steps, pages, notes, wire, threads, code, blocks, tabs };
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
console.log(`${faults.length} faults. The pictures are in ${FOLDER}.`);
process.exitCode = faults.length > 0 ? 1 : 0;
