// What the reader writes goes to the server from here. Until the server has it, the browser keeps it:
// a reload, a closed tab or an ended book loses nothing.
import { actWith } from './connection.js';

const PREFIX = 'note:';
const PAUSE = 400; // milliseconds, of typing
const PATIENCE = 3_000;

/** What this tab has to send: another one sends what was written there. */
const mine = new Set();
const listeners = new Map();
let clock;

/** What is not sent yet under this path, or null. */
export const unsent = path => localStorage.getItem(PREFIX + path);

/** @param listener is told whether the server has taken it */
export function onSent(path, listener) {
  listeners.set(path, listener);
}

/** Sends a text under a path, such as write/docs/step01-listen.md/why, soon. */
export function keep(path, text) {
  localStorage.setItem(PREFIX + path, text.replace(/\p{Surrogate}/gu, '\ufffd'));
  mine.add(path);
  clock ??= setTimeout(send, PAUSE);
}

/** Sends now. */
export function send() {
  clearTimeout(clock);
  clock = undefined;
  // One tab at a time: so what was written later arrives later.
  return navigator.locks.request('outbox', sendAll);
}

async function sendAll() {
  for (const path of mine) {
    const text = unsent(path);
    const isTaken = text === null || await actWith(text, 'note', path);
    if (isTaken && unsent(path) === text) {
      localStorage.removeItem(PREFIX + path);
      mine.delete(path);
    }
    listeners.get(path)?.(isTaken);
  }
  if (mine.size > 0) {
    clock ??= setTimeout(send, PATIENCE);
  }
}

/** Sends what an earlier page of the book could not. */
export function sendRest() {
  Object.keys(localStorage).filter(key => key.startsWith(PREFIX))
    .forEach(key => mine.add(key.slice(PREFIX.length)));
  if (mine.size > 0) {
    send();
  }
}
