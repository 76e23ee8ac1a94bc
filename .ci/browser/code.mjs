// A learner's code that does not leave the book in peace: each time the page can be used.
import { Learner, STEPS } from './book.mjs';
import { expect, goTo, open, state, text } from './window.mjs';

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

export async function code(browser, book, folder) {
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
