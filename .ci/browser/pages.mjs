// Every page, in each look and on paper: nothing is too wide, cut off or hard to read.
import { check, expect, goTo, LOOKS, open, shot } from './window.mjs';

export async function pages(browser, book) {
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
