// A chat that is to be used with this account: the link from the chat leads here, and the number shown here goes back to the chat.

import { Problem, call, el, moment, say } from './tools.js';

const KEPT = 'chat';
const SHAPE = /^#chat=([A-Za-z0-9_-]{43})$/;

/** Takes the code out of the address at once; it waits in this tab until whoever opened it has signed in. */
export function keepChat() {
  if (!location.hash.startsWith('#chat=')) return false;
  const [, code] = SHAPE.exec(location.hash) ?? [];
  history.replaceState(null, '', location.pathname + location.search);
  if (!code) {
    say('This link is not complete. Open it from the chat again.', 'bad');
    return false;
  }
  sessionStorage.setItem(KEPT, code);
  return true;
}

export function chatWaits() {
  return sessionStorage.getItem(KEPT) !== null;
}

/** Shows the number that the chat is asked for. The code is good for one try. */
export async function showChat() {
  const code = sessionStorage.getItem(KEPT);
  if (!code) return;
  try {
    const shown = await call('POST', '/chats/link', { code });
    sessionStorage.removeItem(KEPT);
    tell(shown);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 401) throw problem;
    if (problem.status >= 400 && problem.status < 500) sessionStorage.removeItem(KEPT);
    say(problem.message, 'bad');
  }
}

function tell({ number, chatName, until }) {
  const dialog = el('dialog', { 'aria-labelledby': 'chat-title', id: 'chat-link' },
    el('h2', { id: 'chat-title', tabindex: '-1' }, 'Use this account in your chat?'),
    el('p', null, 'A chat of ', el('strong', null, chatName), ' wants to act for this account. If it is yours, send it this number:'),
    el('p', null, el('strong', { id: 'chat-number' }, String(number))),
    el('p', { class: 'small quiet' }, 'Tell it to nobody: whoever sends it can do everything here that you can. It is good until ', moment(until), '.'));
  dialog.append(el('div', { class: 'row' }, el('button', { type: 'button', class: 'main', onclick: () => dialog.close() }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
