// Seats in people's own apps, as whoever is invited sees them.

import { openDialog } from './dialog.js';
import { day } from './times.js';
import { Problem, button, call, el, failed, post, say } from './tools.js';
import { find, say as words } from './words.js';

// ---- the invitation in the address ----

const KEPT = 'seat';
const SHAPE = /^#seat=([a-z0-9_-]{1,32})\.([A-Za-z0-9_-]{43})$/;

/** Takes it out of the address at once; it waits in this tab until whoever opened it has signed in. */
export function keepInvitation() {
  if (!location.hash.startsWith('#seat=')) return false;
  const [, platform, invitation] = SHAPE.exec(location.hash) ?? [];
  history.replaceState(null, '', location.pathname + location.search);
  if (!platform) {
    say(words('invitation.incomplete'), 'bad');
    return false;
  }
  sessionStorage.setItem(KEPT, JSON.stringify({ platform, invitation }));
  return true;
}

export function invitationWaits() {
  return sessionStorage.getItem(KEPT) !== null;
}

/** Shows whose app it is, and takes the seat when the person says so. */
export async function showInvitation(changed) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (!kept) return;
  const path = `/platforms/${kept.platform}/seat`;
  const body = { invitation: kept.invitation };
  try {
    invite(await call('POST', `${path}/look`, body), path, body, changed);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 401) throw problem;
    // What is wrong with it stays wrong; without an answer nothing is known, and it can be looked at again.
    if (problem.status >= 400 && problem.status < 500) sessionStorage.removeItem(KEPT);
    await failed(problem);
  }
}

function invite(seat, path, body, changed) {
  const take = button(words('invitation.take'), null, { class: 'main', id: 'seat-take' }, async () => {
    try {
      await call('POST', path, body);
      await changed();
      const connected = document.getElementById(`disconnect-${seat.platform}`) !== null;
      post(`/platforms/${seat.platform}/connect`, { returnTo: `${location.origin}/`, app: 'seat', reconnect: String(connected) });
    } finally {
      dialog.close();
    }
  });
  const dialog = openDialog({
    id: 'seat-invitation',
    title: words('invitation.title', seat.owner, seat.platformName),
    focusTitle: true,
    content: [
      el('p', null, words('invitation.words', seat.owner, seat.platformName)),
      el('ul', null, seat.promises.map((promise, place) => el('li', null, find(`invitation.promise.${place + 1}`, seat.owner, seat.platformName) ?? promise))),
      seat.until && el('p', { class: 'small quiet' }, words('invitation.until', day(new Date(seat.until)))),
    ],
    no: words('dialog.not-now'),
    buttons: take,
    onClose: () => sessionStorage.removeItem(KEPT),
  });
}

// ---- leaving ----

/** Asks first when a connection would end with it. */
export async function leaveSeat(platform, owner, changed) {
  const path = `/platforms/${platform}/seat`;
  try {
    await call('DELETE', path);
  } catch (problem) {
    if (problem.code !== 'connections_would_end') throw problem;
    const dialog = openDialog({
      id: 'leaving',
      title: words('leave.title', owner),
      content: el('p', null, words('leave.words')),
      no: words('leave.no'),
      buttons: button(words('leave.yes'), null, { class: 'danger' }, async () => {
        try {
          await call('DELETE', `${path}?confirm=true`);
          await changed();
        } finally {
          dialog.close();
        }
      }),
    });
    return;
  }
  await changed();
}
