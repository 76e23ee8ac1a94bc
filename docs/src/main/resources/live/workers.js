// Two workers of listing 20-17 and the queue that they share, one call after the other.
export const NAMES = ['worker-0', 'worker-1'];

const JOBS = ['job A', 'job B'];
const TIMES = ['never', 'once', 'twice'];

/** What each call does, and what the lab's race() would say of it. */
const CALLS = {
  'jobs.peek()': (state, worker) => {
    worker.job = state.jobs[0] ?? 'null';
    worker.next = state.jobs.length > 0 ? 'jobs.remove()' : null;
    return `sees ${state.jobs[0] ?? 'nothing'}`;
  },
  'jobs.remove()': (state, worker) => {
    const removed = state.jobs.shift();
    worker.next = removed ? 'job.run()' : null;
    return removed ? `removes ${removed}` : 'has died of a NoSuchElementException';
  },
  'job.run()': (state, worker) => {
    state.ran.push(worker.job);
    worker.next = 'jobs.peek()';
    return `runs ${worker.job}`;
  },
};

/** Where all stand when the workers, by their numbers, have had these turns. */
export function play(turns) {
  const state = {
    jobs: [...JOBS],
    ran: [],
    said: [],
    workers: NAMES.map(name => ({ name, job: '', next: 'jobs.peek()' })),
  };
  for (const turn of turns) {
    const worker = state.workers[turn];
    state.said.push(`${worker.name} ${CALLS[worker.next](state, worker)}`);
  }
  return state;
}

/** What has become of the jobs; nothing while a worker can go on. */
export function ending({ ran, said, workers }) {
  if (workers.some(worker => worker.next)) {
    return null;
  }
  const [a, b] = JOBS.map(job => TIMES[ran.filter(one => one === job).length]);
  const died = said.filter(line => line.endsWith('Exception')).map(line => ` And ${line}.`);
  return `Job A has run ${a}, job B ${b}.${died.join('')}`;
}

/** Each ending that there is, with the turns that lead to it. */
export function endings() {
  const found = new Map();
  const search = turns => {
    const state = play(turns);
    const end = ending(state);
    if (end && !found.has(end)) {
      found.set(end, turns);
    }
    state.workers.forEach((worker, i) => worker.next && search([...turns, i]));
  };
  search([]);
  return found;
}
