// The connections: what is done to them beyond what forms do, and what came with the address.

import { acts, listen } from './acts.js';
import { keepChat, showChat } from './chat.js';
import { openDialog } from './dialog.js';
import { listenForChanges } from './live.js';
import './paste.js';
import { keepInvitation, leaveSeat, showInvitation } from './seats.js';
import { refresh } from './swap.js';
import { localTimes } from './times.js';
import { button, call, el, failed, outsideLink, tidyAddress } from './tools.js';
import { find, say as words } from './words.js';

// ---- disconnecting ----

acts.disconnect = async ({ dataset: { platform, name } }) => {
  const dialog = openDialog({
    id: 'disconnecting',
    title: words('disconnect.title', name),
    content: el('p', null, words('disconnect.words', name)),
    no: words('disconnect.no'),
    buttons: button(words('card.disconnect'), name, { class: 'danger' }, async () => {
      try {
        report(name, await call('DELETE', `/user/platforms/${platform}`));
      } finally {
        dialog.close();
      }
    }),
  });
};

function report(name, done) {
  openDialog({
    id: 'disconnected',
    title: words('disconnected.title', name),
    focusTitle: true,
    content: [
      el('p', null, words('disconnected.deleted', done.deleted.map(what => find(`deleted.${what}`) ?? what).join(', '))),
      done.revocation === 'revoked' && el('p', null, words('disconnected.revoked', name)),
      done.onlyYouCan && el('p', null, el('strong', null, find(`disconnected.${done.revocation}`, name) ?? done.onlyYouCan)),
      done.accessPage && el('p', null, outsideLink(done.accessPage, words('disconnected.access-page', name))),
    ],
    onClose: () => refresh({ quietly: true }).catch(failed),
  });
}

acts['leave-seat'] = ({ dataset: { platform, owner } }) => leaveSeat(platform, owner, () => refresh());

// ---- what came with the address ----

function pointAt(platform) {
  const called = platform && document.getElementById(`card-${platform}`);
  if (!called) return;
  called.classList.add('called');
  called.scrollIntoView({ block: 'center' });
  document.getElementById(`main-${platform}`)?.focus();
}

async function openWhatWaits() {
  keepInvitation();
  keepChat();
  await showInvitation(() => refresh());
  await showChat();
}

localTimes(document);
document.addEventListener('swapped', () => localTimes(document));
const reconnect = new URLSearchParams(location.search).get('reconnect');
tidyAddress();
listen();
pointAt(reconnect);
listenForChanges();
addEventListener('hashchange', () => openWhatWaits().catch(failed));
addEventListener('pageshow', event => event.persisted && location.reload());
openWhatWaits().catch(failed);
