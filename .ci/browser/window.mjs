// A browser window with a page of the live book, and what a check waits for in it.

import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { tools } from './chromium.mjs';

export const FOLDER = 'docs/target/journey';
const PATIENCE = 120_000;

export const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1500, height: 950 } },
  dark: { colorScheme: 'dark', viewport: { width: 1000, height: 800 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 800 }, hasTouch: true },
};

const AXE = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

/** What the checker looks at again: in the dark it is the colors that differ, on a phone the rest. */
const RULES = {
  dark: { runOnly: ['color-contrast'] },
  phone: { rules: { 'color-contrast': { enabled: false } } },
};

export const faults = [];
export const foreign = new Set();

export function expect(isSo, what) {
  if (!isSo) {
    faults.push(what);
    console.log(`FAILED: ${what}`);
  }
}

/** A browser window of that look, which reaches nothing but the book, and knows the token. */
export async function open(browser, book, look = 'light') {
  const context = await browser.newContext({ ...LOOKS[look], locale: 'en-US' });
  context.setDefaultTimeout(PATIENCE);
  await context.route(url => !url.href.startsWith('http://127.0.0.1:'), route => {
    foreign.add(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  watchPage(page);
  await page.goto(`${book.url}/#${book.token}`);
  await connected(page);
  expect(!page.url().includes(book.token), 'the token stays in the address');
  return { context, page };
}

export function watchPage(page) {
  page.on('pageerror', error => expect(false, `${page.url()}: ${error}`));
  page.on('console', message => {
    const isMeant = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|status of 403/.test(message.text());
    expect(message.type() !== 'error' || isMeant, `${page.url()}: ${message.text()}`);
  });
}

export const status = (page, wanted) => page.waitForSelector(`body[data-connection="${wanted}"]`);
export const connected = page => status(page, 'connected');

export async function goTo(page, book, path) {
  await page.goto(`${book.url}/${path}`);
  await connected(page);
}

export const state = (page, task, wanted) => page.waitForFunction(([number, states]) =>
  [...document.querySelectorAll('#tasks li')].some(row => row.textContent.startsWith(`${number} `)
      && states.includes(row.querySelector('.state').dataset.state)), [task, wanted]);

export const text = (page, selector, wanted) => page.waitForFunction(([where, source]) =>
  new RegExp(source, 's').test(document.querySelector(where)?.textContent ?? ''),
[selector, wanted.source ?? wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]);

export const judged = page => page.waitForSelector('#tasks[data-judging="false"]', { state: 'attached' });

/** Whoever names parts of the journey wants to see them. */
export const isToSee = argv.length > 2;

export const shot = (page, name) =>
  isToSee ? page.screenshot({ path: `${FOLDER}/${name}.png` }) : undefined;

/** What an accessibility checker says, and whether something is too wide. */
export async function check(page, what, look) {
  if (await page.locator('#tasks').count() && await page.locator('body').getAttribute('data-step')) {
    await page.waitForSelector('#tasks li', { state: 'attached' });
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach(box => box.open = true));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide <= 0, `${what}: ${wide} px too wide`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(options => axe.run(options), RULES[look] ?? {});
  for (const { id, help, nodes } of violations) {
    expect(false, `${what}: ${id}: ${help}: ${nodes.length} times: ${nodes[0].html.slice(0, 160)}`
        + ` ${nodes[0].failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`);
  }
}
