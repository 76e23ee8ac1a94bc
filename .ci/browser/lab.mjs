// The lab of a step in the page, used by keyboard alone.
import { Learner, STEPS } from './book.mjs';
import { connected, expect, goTo, open, shot, text } from './window.mjs';
import { looks } from './instruments.mjs';

const LOG = '#lab .log';
const line = page => page.locator('#lab textarea');

/** What is printed below a line; the line is the last one that was typed. */
async function type(page, typed, comes) {
  await line(page).pressSequentially(typed);
  await page.keyboard.press('Enter');
  await text(page, LOG, comes);
  await page.waitForFunction(() => document.querySelector('#lab textarea').value === '');
}

async function start(page, button) {
  await page.locator('#lab').getByRole('button', { name: button }).press('Enter');
  await page.waitForFunction(() => document.querySelector('#lab .status').textContent === '' &&
    document.querySelector('#lab .helpers pre').textContent.includes('knock()'));
  await line(page).focus();
}

export async function lab(browser, book, folder) {
  const { context, page } = await open(browser, book);
  const learner = new Learner(folder, STEPS[0]);
  await goTo(page, book, `docs/${STEPS[0]}.md`);
  await page.locator('#tab-judged').press('ArrowLeft');
  await start(page, 'Open the lab');
  await line(page).pressSequentially('knock(');
  await page.keyboard.press('Enter');
  await text(page, '#lab .prompt', '...>');
  await type(page, ')', /knock\(\n {3}\.\.\.> \)\n(Nobody listens| {2}you)/);
  await type(page, 'foo', /\|\s+cannot find symbol/);
  await completes(page);
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key);
  }
  expect(await line(page).inputValue() === 'foo', 'arrow up brings back what was typed');
  await line(page).fill('');
  await type(page, 'while (true) { System.out.println("x".repeat(99)); }', /they came too fast/);
  await page.keyboard.press('Control+c');
  await text(page, '#lab .status', /after the stop, Restart opens it anew/);
  await newest(page, learner);
  await page.reload();
  await connected(page);
  await text(page, LOG, /==> 4242/);
  await looks(page, 'lab', '#lab textarea');
  learner.begin();
  console.log('the lab: typed, completed, brought back, stopped, with the newest code, after a reload');
  await context.close();
}

/** One way to go on, or several. */
async function completes(page) {
  await line(page).pressSequentially('whoL');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() =>
    document.querySelector('#lab textarea').value === 'whoListens()');
  expect(await page.evaluate(() => document.activeElement.id === 'line'), 'Tab stays in the line');
  await line(page).fill('Wire.s');
  await page.keyboard.press('Tab');
  await text(page, '#lab .names', /say\(.*show\(/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.id !== 'line'), 'Escape, Tab leaves');
  await line(page).fill('');
}

async function newest(page, learner) {
  const main = 'public static void main';
  learner.change(main, `public static int n() { return 4242; }\n\n  ${main}`);
  await text(page, '#lab .status', /You have saved since/);
  await start(page, 'Restart');
  await type(page, 'exercise.WebServer.n()', /==> 4242/);
}
