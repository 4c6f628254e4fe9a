// Gets the page again, as the server writes it now, and puts in what has changed: nothing jumps, the focus stays, what was opened stays open.

import { localTimes } from './times.js';
import { Problem } from './tools.js';
import { say as words } from './words.js';

let running = 0;
let asked = Promise.resolve();

/**
 * Shows the page as it is now. What somebody asked for is always shown; what the page does by itself waits for that, and gives way to what is newer.
 *
 * @param address another one than the page's own, whose contents are shown here @param quietly by itself: keeps what was said last
 */
export async function refresh({ address = location.pathname, quietly = false } = {}) {
  if (quietly) {
    await asked.catch(() => {});
    return show(address, quietly);
  }
  asked = show(address, quietly);
  return asked;
}

async function show(address, quietly) {
  const turn = ++running;
  let text;
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (answer.status >= 500 || answer.status === 429) throw new Problem(answer.status, await answer.json().catch(() => ({})));
    text = await answer.text();
  } catch (problem) {
    if (problem instanceof Problem) throw problem;
    throw new Problem(0, { detail: words('failed.offline') });
  }
  if (quietly && turn !== running) return; // a later one is under way, and knows more
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  // Signed in or out meanwhile, or the page's version changed: that is another page.
  if (script(fresh) !== script(document)) {
    location.assign('/');
    return;
  }
  for (const name of ['live', ...quietly ? [] : ['notices']]) change(document.getElementById(name), fresh.getElementById(name));
}

const script = page => page.querySelector('script[type=module]').getAttribute('src');

function change(old, fresh) {
  if (!old || !fresh) return;
  for (const opened of old.querySelectorAll('details[open][id]')) fresh.querySelector(`#${CSS.escape(opened.id)}`)?.setAttribute('open', '');
  for (const typed of old.querySelectorAll('input[id]')) keepTyped(typed, fresh.querySelector(`#${CSS.escape(typed.id)}`));
  const mine = document.importNode(fresh, true);
  localTimes(mine);
  if (mine.isEqualNode(old)) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
  if (old.id === 'notices') old.replaceChildren(...mine.childNodes); // a live region has to stay to be heard
  else old.replaceWith(mine);
  document.dispatchEvent(new CustomEvent('swapped'));
  if (focused) (document.getElementById(focused) ?? document.getElementById(`main-${focused.split('-').slice(1).join('-')}`))?.focus();
}

function keepTyped(old, fresh) {
  if (fresh && !fresh.readOnly && old.value !== old.defaultValue && old.type !== 'hidden') fresh.setAttribute('value', old.type === 'password' ? '' : old.value);
}
