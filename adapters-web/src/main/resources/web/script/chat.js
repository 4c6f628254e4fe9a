// A chat that is to be used with this account: the link from the chat leads here, and the number shown here goes back to the chat.

import { openDialog } from './dialog.js';
import { moment } from './times.js';
import { Problem, call, el, failed, say } from './tools.js';
import { say as words } from './words.js';

const KEPT = 'chat';
const SHAPE = /^#chat=([A-Za-z0-9_-]{43})$/;

/** Takes the code out of the address at once; it waits in this tab until whoever opened it has signed in. */
export function keepChat() {
  if (!location.hash.startsWith('#chat=')) return false;
  const [, code] = SHAPE.exec(location.hash) ?? [];
  history.replaceState(null, '', location.pathname + location.search);
  if (!code) {
    say(words('chat.incomplete'), 'bad');
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
    await failed(problem);
  }
}

function tell({ number, chatName, until }) {
  openDialog({
    id: 'chat-link',
    title: words('chat.title'),
    focusTitle: true,
    content: [
      el('p', null, words('chat.wants', chatName)),
      el('p', null, el('strong', { id: 'chat-number', class: 'number' }, String(number))),
      el('p', { class: 'small quiet' }, words('chat.nobody'), ' ', moment(until), '.'),
    ],
  });
}
