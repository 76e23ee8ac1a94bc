// The views that share the place of the tasks: one is shown, and each has a tab.
import { make } from './make.js';

const KEY = 'view';
const views = new Map();
const get = id => document.getElementById(id);

export function prepareViews() {
  add('judged', 'Tasks', get('judged'), () => {});
}

/**
 * Adds a view; what it gives is an empty section, to be filled.
 *
 * @param id of the section
 * @param onShow is called whenever the view is shown
 */
export function addView(id, title, onShow = () => {}) {
  const section = make('section', 'view');
  section.id = id;
  section.tabIndex = 0;
  get('judged').after(section);
  add(id, title, section, onShow);
  return section;
}

export const isShown = id => !get(id).hidden && get(id).checkVisibility();

function add(id, title, section, onShow) {
  const tab = make('button', '', title);
  tab.type = 'button';
  tab.id = `tab-${id}`;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', id);
  tab.addEventListener('click', () => choose(id));
  tab.addEventListener('keydown', move);
  section.setAttribute('role', 'tabpanel');
  section.setAttribute('aria-labelledby', tab.id);
  views.set(id, { tab, section, onShow });
  get('views').append(tab);
  get('views').hidden = views.size < 2;
  show(views.has(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : 'judged');
}

function choose(id) {
  localStorage.setItem(KEY, id);
  show(id);
}

function show(id) {
  views.forEach(({ tab, section }, one) => {
    tab.setAttribute('aria-selected', String(one === id));
    tab.tabIndex = one === id ? 0 : -1;
    section.hidden = one !== id;
  });
  views.get(id).onShow();
}

/** Arrows go from tab to tab, as in every list of tabs. */
function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const ids = [...views.keys()];
    const now = ids.findIndex(id => views.get(id).tab === event.target);
    const next = ids[(now + step + ids.length) % ids.length];
    choose(next);
    views.get(next).tab.focus();
    event.preventDefault();
  }
}
