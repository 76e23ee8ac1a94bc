// The pictures that a reader goes through step by step.
import { STEPS } from './book.mjs';
import { check, expect, goTo, LOOKS, open, shot, text } from './window.mjs';

const ORDERS = 8; // the pictures of the steps that tell an order of events
const LOCK = 'figure.drawing:has(svg[aria-label^="worker to lock of jobs"])';

export async function pictures(browser, book) {
  for (const look of Object.keys(LOOKS)) {
    const { context, page } = await open(browser, book, look);
    let count = 0;
    for (const step of STEPS) {
      await goTo(page, book, `docs/${step}.md`);
      await page.waitForSelector('body[data-ready]');
      count += await page.locator('.steps').count();
    }
    expect(count === ORDERS, `${count} pictures have steps, and not ${ORDERS}`);
    await stepThrough(page, look);
    await context.close();
  }
  console.log(`${ORDERS} pictures have steps`);
}

/** By keyboard: the focus stays where the reader goes on. */
async function stepThrough(page, look) {
  const picture = page.locator(LOCK);
  const words = (await picture.locator('svg').first().getAttribute('aria-label')).split('; ');
  const unseen = [];
  await picture.getByRole('button', { name: 'Step by step' }).press('Enter');
  for (let at = 0; at <= words.length; at++) {
    await text(page, `${LOCK} [role="status"]`, at === 0 ? 'What comes first?'
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
