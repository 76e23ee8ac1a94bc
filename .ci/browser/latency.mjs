// Measures how long it takes from a save to its verdict, painted in the page, in headless Chromium:
// bash .ci/browser/run latency.mjs [step, such as step02]
import { argv } from 'node:process';
import { copyProject, Learner, remove, startBook, STEPS } from './book.mjs';
import { launch } from './chromium.mjs';
import { goTo, judged, open } from './window.mjs';

const WARM_UPS = 3;
const SAVES = 20;

/** In the page: notes when the first verdict of the next save is painted, and the last one. */
function watch(wanted) {
  const list = document.querySelector('#tasks');
  const before = Number(list.dataset.saved);
  const painted = () => new Promise(done =>
    requestAnimationFrame(() => setTimeout(() => done(Date.now()))));
  const isVerdict = row => !row.classList.contains('old') && wanted.includes(row.dataset.state);
  window.times = new Promise(done => {
    let first;
    const observer = new MutationObserver(() => {
      if (Number(list.dataset.saved) > before) {
        first ??= [...list.querySelectorAll('.state')].some(isVerdict) ? painted() : undefined;
        if (list.dataset.judging === 'false') {
          observer.disconnect();
          done(Promise.all([first, painted()]));
        }
      }
    });
    observer.observe(list, { attributes: true, subtree: true, childList: true });
  });
}

async function measure(page, learner, files, wanted) {
  const all = [];
  for (let i = 0; i < WARM_UPS + SAVES; i++) {
    await page.evaluate(watch, wanted);
    const start = Date.now();
    learner.save(new Map([...files].map(([name, text]) => [name, `${text}// ${i}\n`])));
    all.push((await page.evaluate(() => window.times)).map(time => time - start));
  }
  return all.slice(WARM_UPS);
}

function print(step, what, millis) {
  const sorted = millis.sort((a, b) => a - b);
  const range = `(${sorted[0]} to ${sorted[SAVES - 1]})`;
  console.log(`${step} ${what.padEnd(26)}  median ${sorted[SAVES / 2]}  ${range}`);
}

async function all(browser, book, folder, step) {
  const { context, page } = await open(browser, book);
  const learner = new Learner(folder, step);
  const begin = async files => {
    learner.save(files);
    await judged(page);
    return files;
  };
  await goTo(page, book, `docs/${step}.md`);
  await page.waitForSelector('#tasks li', { state: 'attached' });
  const start = await begin(learner.files('start'));
  const failing = await measure(page, learner, start, ['failed', 'broken']);
  print(step, 'first failing task', failing.map(([first]) => first));
  const solution = await begin(learner.files('solution'));
  const passing = await measure(page, learner, solution, ['passed']);
  print(step, 'first task of the solution', passing.map(([first]) => first));
  print(step, 'whole solved step', passing.map(([, whole]) => whole));
  await context.close();
}

const [name = ''] = argv.slice(2);
const folder = copyProject();
const browser = await launch();
let book;
try {
  book = await startBook(folder);
  console.log(`From the save to the verdict in the page, in ms, of ${SAVES} saves:`);
  for (const step of STEPS.filter(one => one.startsWith(name))) {
    await all(browser, book, folder, step);
  }
} finally {
  await browser.close();
  await book?.stop();
  remove(folder);
}
