// The live book, started in a copy of the project, and the learner's files in it.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { createInterface } from 'node:readline';

export const STEPS = readdirSync('.').filter(name => /^step0\d/.test(name)).sort();

/** A folder's name must not matter. */
const NAME = 'a book, 100% ü #1';

/** Copies what Git knows or would take: no classes, no memory. */
export function copyProject() {
  const folder = join(mkdtempSync(join(tmpdir(), 'journey-')), NAME);
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const file of String(files).split('\0').filter(name => name)) {
    cpSync(file, join(folder, file));
  }
  return folder;
}

/** Starts the book; what it gives has its address, and stops it. */
export async function startBook(folder, port = 0) {
  const options = (env.MAVEN_OPTIONS ?? '').split('\n').filter(option => option);
  const words = [...options, '-q', '-pl', 'docs', 'exec:java', `-Dport=${port}`, '-Dopen=no'];
  const book = spawn('mvn', words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(done => book.on('exit', done));
  const stop = () => {
    book.kill('SIGTERM');
    return ended;
  };
  const late = setTimeout(stop, 300_000);
  for await (const line of createInterface(book.stdout)) {
    const [, url, token] = /(http:\/\/127\.0\.0\.1:\d+)\/#(\w+)/.exec(line) ?? [];
    if (url) {
      clearTimeout(late);
      book.stdout.resume();
      return { url, token, stop };
    }
  }
  throw new Error('the book does not start');
}

/** The learner's files of a step. */
export class Learner {
  constructor(folder, step) {
    this.folder = join(folder, step);
    this.wrong = join('docs/src/test/wrong', `${step.slice(0, 6)}.md`);
  }

  files(where) {
    const folder = join(this.folder, 'src', where, 'java/exercise');
    return new Map(readdirSync(folder).filter(name => name.endsWith('.java'))
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  save(files) {
    files.forEach((text, name) =>
      writeFileSync(join(this.folder, 'src/main/java/exercise', name), text));
  }

  solve() {
    this.save(this.files('solution'));
  }

  begin() {
    this.save(this.files('start'));
  }

  /** The solution, with a text in the place of another one. */
  change(before, after, name = 'WebServer.java') {
    this.save(this.changed([[before, after, name]]));
  }

  changed(changes) {
    const files = this.files('solution');
    for (const [before, after, name] of changes) {
      if (!files.get(name).includes(before)) {
        throw new Error(`${this.folder}: ${name} does not have: ${before}`);
      }
      files.set(name, files.get(name).replace(before, () => after));
    }
    return files;
  }

  /** The wrong answers of the bank: task, words of its message, files. */
  wrongAnswers() {
    return readFileSync(this.wrong, 'utf8').split(/^## /m).slice(1).map(text => {
      const blocks = [...text.matchAll(/^```java(?: file=(\S+))?\n(.*?)\n?^```$/gms)];
      const changes = blocks.filter((_, i) => i % 2 === 0).map(([, name, before], i) =>
        [before, blocks[2 * i + 1][2], name ?? 'WebServer.java']);
      const [, says] = /^The failure says: (.*?)\n\n/ms.exec(text);
      return {
        task: text.split(' ', 1)[0],
        title: text.split('\n', 1)[0],
        words: [...says.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word.replaceAll('\\\\', '\\')),
        runsOn: /\b(Runs for ever|Ends the JVM)\./.test(text),
        isRace: /\bA race\./.test(text),
        files: () => this.changed(changes),
      };
    });
  }
}

export function remove(folder) {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}
