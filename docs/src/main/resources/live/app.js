// What every page does: paints its code, and shows what becomes of the reader's work.
import { showBlock, showBlocks } from './blocks.js';
import { paintCode } from './code.js';
import { act, connect, listen } from './connection.js';
import { showFailure, showMistakes } from './failure.js';
import { prepareHints, showHints } from './hints.js';
import { prepareLab } from './lab.js';
import { showNotes } from './notes.js';
import { sendRest } from './outbox.js';
import { preparePictures } from './pictures.js';
import { preparePrint } from './print.js';
import { followPlace, showPlace, showProgress } from './progress.js';
import { prepareRace } from './race.js';
import { prepareRoute } from './route.js';
import { prepareRuler } from './ruler.js';
import { prepareServers, showPrograms, showServer } from './servers.js';
import { prepareTasks, showTasks } from './tasks.js';
import { prepareThreads } from './threads.js';
import { prepareViews } from './views.js';
import { prepareWire } from './wire.js';
import { prepareWork } from './work.js';

const step = document.body.dataset.step;
const page = decodeURI(location.pathname).slice(1);

const WORDS = {
  connected: '',
  lost: 'Not connected. Start mvn -pl docs exec:java again, if it has ended: this page goes on by itself.',
  refused: 'Only to read: your work is shown in the page at the address that the command printed.',
};

function showConnection(status) {
  const connection = document.getElementById('connection');
  connection.textContent = WORDS[status];
  document.body.dataset.connection = status;
  if (status === 'connected') {
    watch();
    sendRest();
  }
}

/** The step of the page at which the reader looks is the one that is watched. */
function watch() {
  if (step && !document.hidden) {
    act(step, 'watch');
  }
}

prepareRuler(); // first: paintCode makes what scrolls reachable by keyboard
prepareRace();
prepareRoute();
paintCode();
preparePictures();
preparePrint();
document.querySelector('header [aria-current]')?.scrollIntoView({ block: 'nearest' });
if (step) {
  prepareWork();
  prepareViews();
  prepareTasks(step);
  prepareHints(step);
  prepareServers(step);
  prepareWire(step);
  prepareThreads(step);
  prepareLab(step);
  document.addEventListener('visibilitychange', watch);
  addEventListener('focus', watch);
}
followPlace();
listen((topic, value) => {
  if (topic === 'connection') {
    showConnection(value);
  } else if (topic === 'progress') {
    showProgress(value);
  } else if (topic === `notes/${page}`) {
    showNotes(value);
    showPlace(value);
  } else if (step && topic === `tasks/${step}`) {
    showTasks(value);
    showHints(value);
    showMistakes(value);
    showFailure(value);
  } else if (step && topic === `blocks/${step}`) {
    showBlocks(step, value);
  } else if (step && topic.startsWith(`block/${step}/`)) {
    showBlock(value);
  } else if (step && topic === `programs/${step}`) {
    showPrograms(value);
  } else if (step && topic.startsWith(`server/${step}/`)) {
    showServer(value);
  }
});
connect();
// The checks wait for it.
document.body.dataset.ready = 'yes';
