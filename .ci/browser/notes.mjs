// What a learner writes, chooses and opens on the pages, and where they were: nothing is lost.
import { check, connected, expect, goTo, LOOKS, open, shot, watchPage } from './window.mjs';

const STEP = 'docs/step01-listen.md';
const WORDS = 'An error, since it sends nothing. ü 😀';

const area = (page, number) => page.locator('#predict ~ ol .writing textarea').nth(number - 1);

const value = (tab, text) => tab.waitForFunction(wanted =>
  document.querySelector('#predict ~ ol .writing textarea')?.value === wanted, text);

const nothingUnsent = page => page.waitForFunction(() =>
  !Object.keys(localStorage).some(key => key.startsWith('note:')));

async function goToStep(page, book) {
  await goTo(page, book, STEP);
  await page.waitForSelector('.writing');
}

export async function notes(browser, book) {
  const { context, page } = await open(browser, book);
  await goToStep(page, book);
  await writes(context, page, book);
  await chooses(page);
  await opens(page);
  await goesOn(page, book);
  for (const look of Object.keys(LOOKS)) {
    await page.setViewportSize(LOOKS[look].viewport);
    await page.emulateMedia(LOOKS[look]);
    await check(page, `how far you are, ${look}`, look);
    await shot(page, `progress-${look}`);
  }
  console.log('what was written, chosen and opened is there again, in each tab');
  await context.close();
}

/** Typed, and the page is loaded anew at once; then by turns in two tabs. */
async function writes(context, page, book) {
  await area(page, 1).pressSequentially(WORDS.slice(0, 20));
  await page.reload();
  await value(page, WORDS.slice(0, 20));
  await area(page, 1).fill(WORDS);
  const other = await context.newPage();
  watchPage(other);
  await goToStep(other, book);
  await value(other, WORDS);
  await area(other, 1).fill(`${WORDS} And more.`);
  await value(page, `${WORDS} And more.`);
  await area(page, 1).fill(WORDS);
  await value(other, WORDS);
  await other.close();
  const said = await page.locator('.expected').filter({ visible: true }).allInnerTexts();
  expect(said.length === 1 && said[0].includes(WORDS), `beside the answer: ${said}`);
  await area(page, 2).fill('x'.repeat(5_000));
  expect((await area(page, 2).inputValue()).length === 4_000, 'a note may have 4,000 characters');
  await nothingUnsent(page);
}

/** By keyboard alone. */
async function chooses(page) {
  const quiz = page.locator('.quiz').first();
  const options = page.locator('details:has(> summary:text-matches("^[A-C]: "))')
    .filter({ visible: true });
  expect(await options.count() === 0, 'no explanation can be opened before the choice');
  await quiz.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement.parentElement.open
    && /^B: .* your answer$/.test(document.activeElement.textContent)), 'the choice is open');
  expect(await options.count() === 3, 'the explanations can be opened');
  await nothingUnsent(page);
  await page.reload();
  await page.waitForSelector('details[open] > summary .badge');
}

async function opens(page) {
  const answer = page.locator('details:has(> summary:text-is("Answer"))').first();
  await answer.locator('summary').click();
  await nothingUnsent(page);
  await page.reload();
  await page.waitForSelector('.writing + details[open]');
}

async function goesOn(page, book) {
  await page.locator('#break-it').evaluate(heading => heading.scrollIntoView());
  await page.waitForFunction(() =>
    localStorage.getItem('note:place/docs/step01-listen.md') === 'break-it');
  await nothingUnsent(page);
  await goTo(page, book, 'README.md');
  const link = page.locator('.go');
  await link.waitFor();
  expect(/1 listen: Break it/.test(await page.locator('#progress').innerText()), 'where one was');
  await link.click();
  await connected(page);
  expect(page.url().endsWith(`${STEP}#break-it`), `it goes on at ${page.url()}`);
  await goTo(page, book, 'README.md');
  await link.waitFor();
}
