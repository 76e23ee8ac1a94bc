// The one stream of news for all tabs, and the way to ask for something.
//
// A browser has six connections to a server, for all of its tabs. So one tab, which holds the lock,
// reads the stream, and tells the others. When it is closed, another one gets the lock.

const KEY = 'token';
const SILENCE = 15_000; // milliseconds; the server says something every 5 s
const PAUSE = 1_000;

const listeners = [];
const news = new Map();
const channel = new BroadcastChannel('workbook');
let wake = () => {};
let status = '';

takeToken();

/** The token comes in the address, where nobody should see it for long. */
function takeToken() {
  const given = /^#([0-9a-f]{32})$/.exec(location.hash)?.[1];
  if (given) {
    localStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
}

const headers = () => ({ 'X-Workbook-Token': localStorage.getItem(KEY) ?? '' });

/** Calls back with (topic, value) for all that is known, and each change. */
export function listen(listener) {
  listeners.push(listener);
  news.forEach((value, topic) => listener(topic, value));
}

/** Asks the server to do something of its list; false if it could not be asked. */
export const act = (...path) => actWith('', ...path);

/** The same, with a text that the reader has typed. No request has a body: it goes in a header. */
export async function actWith(text, ...path) {
  try {
    const response = await fetch(`/do/${path.join('/')}`, {
      method: 'POST',
      headers: { ...headers(), 'X-Workbook-Text': encodeURIComponent(text) },
    });
    return response.ok;
  } catch {
    wake();
    return false;
  }
}

function take(changes) {
  for (const [topic, value] of Object.entries(changes)) {
    news.set(topic, value);
    listeners.forEach(listener => listener(topic, value));
  }
}

/** @param now 'connected', 'lost', or 'refused' */
function setStatus(now) {
  if (now !== status) {
    status = now;
    take({ connection: now });
  }
}

function tell(now, changes = {}) {
  channel.postMessage({ now, changes });
  setStatus(now);
  take(changes);
}

channel.onmessage = ({ data }) => {
  if (data === 'wake') {
    wake();
    return;
  }
  setStatus(data.now);
  take(data.changes);
};

/** Reads the stream for as long as this tab is open. */
async function lead() {
  while (true) {
    try {
      await read();
      tell('lost');
    } catch (e) {
      tell(e.message === 'refused' ? 'refused' : 'lost');
    }
    await new Promise(done => {
      wake = done;
      setTimeout(done, PAUSE);
    });
  }
}

async function read() {
  const end = new AbortController();
  let clock;
  const restartClock = () => {
    clearTimeout(clock);
    clock = setTimeout(() => end.abort(), SILENCE);
  };
  try {
    restartClock();
    const response = await fetch('/events', { headers: headers(), signal: end.signal });
    if (response.status === 403) {
      throw new Error('refused');
    }
    let rest = '';
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      restartClock();
      const events = (rest + value).split('\n\n');
      rest = events.pop();
      events.filter(event => event.startsWith('data: '))
        .forEach(event => tell('connected', JSON.parse(event.slice(6))));
    }
  } finally {
    clearTimeout(clock);
  }
}

/** A tab that does not read the stream begins with what the server knows now. */
async function begin() {
  try {
    const response = await fetch('/state', { headers: headers() });
    if (response.status === 403) {
      setStatus('refused');
      return;
    }
    const all = Object.entries(await response.json());
    setStatus('connected');
    // What the stream has told meanwhile is newer.
    take(Object.fromEntries(all.filter(([topic]) => !news.has(topic))));
  } catch {
    setStatus('lost');
  }
}

/** Connects, and connects again whenever that is needed. */
export function connect() {
  begin();
  navigator.locks.request('stream', lead);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      // A hidden tab may lead, whose clock is slow.
      channel.postMessage('wake');
      wake();
    }
  });
}
