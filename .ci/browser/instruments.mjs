// The instruments beside the tasks, as a learner uses them.
import { check, expect, goTo, LOOKS, open, shot, text } from './window.mjs';

async function start(page, program) {
  await page.locator('#program').selectOption(program);
  await page.locator('#port').selectOption('0');
  await page.locator('#start').click();
  await page.locator('#phase a').waitFor();
}

async function stop(page) {
  await page.locator('#stop').click();
  await text(page, '#phase', /does not run/);
}

/** Another window loads the page. Its requests are not looked at: else Chromium asks for no icon. */
async function load(browser, page) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(await page.locator('#wire .where a').getAttribute('href'));
  await text(page, '.connections', /\/favicon\.ico HTTP\/1\.1\\r\\nHTTP\/1\.1 404/);
  await context.close();
  await page.waitForFunction(() => !/open/.test(
      [...document.querySelectorAll('.connections .end')].map(cell => cell.textContent).join()));
}

/** The rows of the connections, the oldest first. */
const connections = page => page.locator('.connections > tbody > tr:not(.detail)').evaluateAll(
    rows => rows.map(row => [...row.children].slice(2).map(cell => cell.textContent)).reverse());

async function untilEnds(page, wanted) {
  await page.waitForFunction(ends => JSON.stringify(ends) === JSON.stringify(
      [...document.querySelectorAll('.connections .end')].map(cell =>
        cell.textContent.replace(/, silent.*/, '')).reverse()), wanted);
}

/** What a browser says on its own, and what the reader types. */
export async function wire(browser, book) {
  const { context, page } = await open(browser, book);
  await goTo(page, book, 'docs/step04-html.md');
  await start(page, '07');
  await page.locator('#tab-judged').press('ArrowRight');
  await load(browser, page);
  const asked = (await connections(page)).map(([asks, answer]) => `${asks} ${answer}`);
  expect(asked[0] === 'GET / HTTP/1.1\\r\\n HTTP/1.1 200 OK\\r\\n',
  `the wire of a page: ${asked}`);
  await typed(page);
  await looks(page, 'wire', '.connections');
  await stop(page);
  console.log(`the wire: ${asked.join('; ')}; and six clients`);
  await context.close();
}

export async function looks(page, name, place) {
  for (const look of Object.keys(LOOKS)) {
    await page.setViewportSize(LOOKS[look].viewport);
    await page.emulateMedia(LOOKS[look]);
    await page.locator(place).scrollIntoViewIfNeeded();
    await check(page, `the ${name}, ${look}`, look);
    await shot(page, `${name}-${look}`);
  }
}

async function typed(page) {
  await page.locator('#wire').getByRole('button', { name: 'Clear' }).click();
  await untilEnds(page, []);
  await page.locator('.client > summary').click();
  const ends = [];
  for (const [example, end] of [
    ['a request', 'FIN of the server'],
    ['two pieces with a pause', 'FIN of the server'],
    ['a reset', 'RST of the client'],
    ['half a request, then FIN', 'FIN of the client'],
    ['half a request', 'open'],
    ['nothing at all', 'open'],
  ]) {
    await page.getByLabel('Example').selectOption(example);
    await page.locator('#wire').getByRole('button', { name: 'Send' }).click();
    ends.push(end);
    await untilEnds(page, ends);
    if (example.startsWith('two')) {
      await text(page, '.connections .detail', /GET \/ HT.*nothing for \d+\.\d+ s.*TP\/1\.1\\r\\n/);
    }
  }
  await page.locator('#wire').getByRole('button', { name: 'Hang up' }).click();
  await untilEnds(page, [...ends.slice(0, 4), 'FIN of the client', 'FIN of the client']);
}

/** A worker that holds the lock while it waits for a client, and one that does not. */
export async function threads(browser, book) {
  const { context, page } = await open(browser, book);
  await goTo(page, book, 'docs/step05-threads.md');
  for (const [listing, wanted] of [
    ['20', /main.*waits for a client.*worker-\d.*waits to be woken/],
    ['21', /main.*waits for a lock.*which worker-\d has.*has JobQueue@/],
  ]) {
    await start(page, listing);
    await page.locator('#tab-wire').click();
    await page.locator('.client').evaluate(box => box.open = true);
    await page.getByLabel('Example').selectOption('half a request');
    for (const count of ['1 connected.', '2 connected.']) {
      await page.locator('#wire').getByRole('button', { name: 'Send' }).click();
      await text(page, '#wire .status', count);
      await page.locator('#tab-threads').click();
      await text(page, '.threads', /readRequest\(\)/);
      await page.locator('#tab-wire').click();
    }
    await page.locator('#tab-threads').click();
    await text(page, '.threads', wanted);
    if (listing === '21') {
      await looks(page, 'threads', '.threads');
    }
    await page.locator('#tab-wire').click();
    await page.locator('#wire').getByRole('button', { name: 'Hang up' }).click();
    await text(page, '#wire .status', /^$/);
    await stop(page);
  }
  console.log('the threads: listings 20-20 and 20-21, each with two silent clients');
  await context.close();
}
