// What a reader goes through step by step: pictures, and what happened in a task that failed.
import { readFileSync } from 'node:fs';
import { Learner, STEPS } from './book.mjs';
import { looks } from './instruments.mjs';
import { check, expect, goTo, LOOKS, open, shot, text } from './window.mjs';

const ENDINGS = new URL('../../docs/src/test/race.txt', import.meta.url);
const ORDERS = 9; // the pictures of the steps that tell an order of events
const LOCK = 'figure.drawing:has(svg[aria-label^="worker to lock of jobs"])';

export async function pictures(browser, book) {
  for (const look of Object.keys(LOOKS)) {
    const { context, page } = await open(browser, book, look);
    if (look === 'light') {
      await count(page, book);
    }
    await goTo(page, book, `docs/${STEPS[4]}.md`);
    await stepThrough(page, look);
    await sayWhoGoesOn(page, look);
    await measure(page, book, look);
    await sendPath(page, book, look);
    await context.close();
  }
}

async function count(page, book) {
  let count = 0;
  for (const step of STEPS) {
    await goTo(page, book, `docs/${step}.md`);
    await page.waitForSelector('body[data-ready]');
    count += await page.locator('.steps').count();
  }
  expect(count === ORDERS, `${count} pictures have steps, and not ${ORDERS}`);
  console.log(`${count} pictures have steps`);
}

/** By keyboard: the focus stays where the reader goes on. */
async function stepThrough(page, look) {
  const picture = page.locator(LOCK);
  const words = (await picture.locator('svg').first().getAttribute('aria-label')).split('; ');
  const unseen = [];
  await picture.getByRole('button', { name: 'Step by step' }).press('Enter');
  for (let at = 0; at <= words.length; at++) {
    await text(page, `${LOCK} [role="status"]`, at === 0 ? `0 of ${words.length}: nothing has`
      : `${at} of ${words.length}: ${words[at - 1]}.`);
    unseen.push(parseFloat(await picture.evaluate(one => one.style.getPropertyValue('--unseen'))));
    if (at === 3) {
      await check(page, `a picture's steps, ${look}`, look);
      await picture.scrollIntoViewIfNeeded();
      await shot(page, `picture-${look}`);
    }
    await page.keyboard.press('Enter');
  }
  expect(unseen.every((part, i) => i === 0 || part < unseen[i - 1]) && unseen.at(-1) === 0,
    `each step shows more: ${unseen}`);
  expect(await picture.getByRole('button', { name: 'Step by step' }).evaluate(
    one => one === document.activeElement), 'after the last step the picture is whole');
}

/** Two workers, as the lab's race() has them meet; then each ending that the real ones come to. */
async function sayWhoGoesOn(page, look) {
  const said = '.race [role="status"]';
  const go = turn => page.locator('.race button').nth(turn).press('Enter');
  const block = await page.locator('figure:has-text("jshell> race()")').first().innerText();
  const calls = block.match(/(?<=worker-\.\.\. )(sees|removes|runs).*/g) ?? [];
  expect(calls.length === 6, `calls of the lab's race(): ${calls}`);
  for (const [i, call] of calls.entries()) {
    await go(i % 2);
    await text(page, said, `worker-${i % 2} ${call}.`);
  }
  await check(page, `two workers, ${look}`, look);
  await page.locator('.race').scrollIntoViewIfNeeded();
  await shot(page, `race-${look}`);
  const known = readFileSync(ENDINGS, 'utf8').trim().split('\n');
  const found = await page.evaluate(async () =>
    [...(await import('/live/workers.js')).endings()].map(
      ([ending, turns]) => `${turns.join('')} ${ending}`));
  expect(found.sort().join() === [...known].sort().join(), `endings: ${found.join('; ')}`);
  for (const [i, line] of known.entries()) {
    const [turns, ending] = line.split(/ (.*)/);
    await page.locator('.race').getByRole('button', { name: 'Again' }).press('Enter');
    for (const turn of turns) {
      await go(Number(turn));
    }
    const rest = ['These are all, if', 'There is one more'][known.length - i - 1]
      ?? `There are ${known.length - i - 1} more`;
    await text(page, said,
      `${ending} You have seen ${i + 1} of ${known.length} endings. ${rest}`);
  }
  await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
  expect(await page.locator('.race button:disabled').count() === 1, 'after Back one can go on');
}

/** A path in four orders of work: which of them open what is no page. */
async function sendPath(page, book, look) {
  await goTo(page, book, `docs/${STEPS[3]}.md`);
  await page.locator('.route').evaluate(route => route.closest('details').open = true);
  const opened = async path => {
    await page.getByLabel('A path, as it comes').fill(path);
    return (await page.locator('.route td:last-child').allInnerTexts()).join('; ');
  };
  const expected = {
    '/hello.html': Array(4).fill('pages/hello.html'),
    '/%2e%2e/secret.txt': [
      'secret.txt, outside', 'nothing: 404', 'nothing: 404', 'pages/secret.txt'],
    '/': Array(4).fill('pages, its names'),
    '/%2e%2e/%2e%2e/x': ['../x, outside', 'nothing: 404', 'nothing: 404', 'pages/x'],
    '-secret/x?a=1': ['nothing: 404', 'nothing: 404', 'nothing: 404', 'pages-secret/x, outside'],
    '/%252e%252e/secret.txt': ['pages/%2e%2e/secret.txt', 'pages/%2e%2e/secret.txt',
      'secret.txt, outside', 'pages/%2e%2e/secret.txt'],
    '/....//secret.txt': ['nothing: 404', 'nothing: 404', 'nothing: 404', 'secret.txt, outside'],
    '/%zz': Array(4).fill('nothing: 400'),
    '/%D0%9F.html': Array(4).fill('pages/П.html'),
  };
  for (const [path, files] of Object.entries(expected)) {
    expect(await opened(path) === files.join('; '), `${path} is ${await opened(path)}`);
  }
  await opened('/%2e%2e/secret.txt');
  await check(page, `a path, ${look}`, look);
  await page.locator('.route').scrollIntoViewIfNeeded();
  await shot(page, `route-${look}`);
}

/** Six letters, twelve bytes: with as many bytes as letters, half of the word comes. */
async function measure(page, book, look) {
  await goTo(page, book, `docs/${STEPS[3]}.md`);
  await text(page, '.ruler p', 'is 6; in UTF-8 there are 12 bytes. With Content-Length: 6 the client'
    + ' shows “При”, and 6 bytes are left over.');
  const slider = page.getByRole('slider', { name: 'Content-Length' });
  await slider.press('ArrowRight');
  await text(page, '.ruler p', 'shows “При�”, and 5 bytes are left over.');
  await slider.press('End');
  await text(page, '.ruler p', 'Content-Length: 15 promises 3 more: the client waits.');
  await page.getByLabel('Text').fill('A €');
  await text(page, '.ruler p', 'is 3; in UTF-8 there are 5 bytes. With Content-Length: 3');
  await check(page, `the ruler, ${look}`, look);
  await page.locator('.ruler').scrollIntoViewIfNeeded();
  await shot(page, `ruler-${look}`);
}

/** The story of the server of step 5 as it starts: a client, the server, and its one thread. */
export async function replay(browser, book, folder) {
  const { context, page } = await open(browser, book);
  new Learner(folder, STEPS[4]).begin();
  await goTo(page, book, `docs/${STEPS[4]}.md`);
  await text(page, '#failure .fact', /The thread that calls accept reads/);
  await page.locator('#failure').getByRole('button', { name: 'Step by step' }).click();
  await goThrough(page);
  await looks(page, 'replay', '.lanes');
  await page.getByRole('button', { name: 'Whole story' }).click();
  expect(await page.locator('.exchange tr.later').count() === 0, 'the story is whole again');
  console.log('a replay: client, server and thread at each moment');
  await context.close();
}

/** By keyboard, from the first moment to the last. */
async function goThrough(page) {
  const slider = page.getByRole('slider', { name: 'Moment' });
  const hidden = () => page.locator('.exchange tr.later').count();
  const all = await page.locator('.exchange tbody tr').count();
  const seen = [await hidden()];
  const stands = new Set();
  const last = Number(await slider.getAttribute('max'));
  for (let i = 0; i < last; i++) {
    await slider.press('ArrowRight');
    seen.push(await hidden());
    stands.add(await page.locator('.lanes .stands').first().innerText());
  }
  expect(seen[0] > 0 && seen[0] <= all && seen.at(-1) === 0, `rows to come: ${seen} of ${all}`);
  expect([...stands].some(text => /^waits in readLine, WebServer\.java:\d+ in \w+\n.*readLine\(\)/
    .test(text)), `where the thread stands: ${[...stands].join('; ')}`);
  await slider.press('Home');
  await slider.press('ArrowRight');
}
