// Seats in people's own apps: the owner's ledger, and the invited person's side of it.

import { Problem, button, busy, call, day, el, failed, moment, present, say } from './tools.js';

const CONNECTIONS = {
  connected: 'Connected',
  waiting: 'Waiting',
  app_blocked: 'Blocked',
  needs_reconnect: 'Needs reconnect',
  not_connected: 'Not connected yet',
};

// ---- the invitation in the address ----

const KEPT = 'seat';
const SHAPE = /^#seat=([a-z0-9_-]{1,32})\.([A-Za-z0-9_-]{43})$/;

/** Takes it out of the address at once; it waits in this tab until whoever opened it has signed in. */
export function keepInvitation() {
  if (!location.hash.startsWith('#seat=')) return false;
  const [, platform, invitation] = SHAPE.exec(location.hash) ?? [];
  history.replaceState(null, '', location.pathname + location.search);
  if (!platform) {
    say('This invitation is not complete. Copy the whole link, or ask for another one.', 'bad');
    return false;
  }
  sessionStorage.setItem(KEPT, JSON.stringify({ platform, invitation }));
  return true;
}

export function invitationWaits() {
  return sessionStorage.getItem(KEPT) !== null;
}

/** Shows whose app it is, and takes the seat when the person says so. @param connect goes to a platform with that seat */
export async function showInvitation(connect, changed) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (!kept) return;
  const path = `/platforms/${kept.platform}/seat`;
  const body = { invitation: kept.invitation };
  try {
    invite(await call('POST', `${path}/look`, body), path, body, connect, changed);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 401) throw problem;
    // What is wrong with it stays wrong; without an answer nothing is known, and it can be looked at again.
    if (problem.status >= 400 && problem.status < 500) sessionStorage.removeItem(KEPT);
    say(problem.message, 'bad');
  }
}

function invite(seat, path, body, connect, changed) {
  const title = el('h2', { id: 'seat-title', tabindex: '-1' }, `A seat in ${seat.owner}’s app at ${seat.platformName}`);
  const dialog = el('dialog', { 'aria-labelledby': 'seat-title', id: 'seat-invitation' });
  const take = button('Take the seat and connect', null, { class: 'main', id: 'seat-take' }, async () => {
    try {
      await call('POST', path, body);
      sessionStorage.removeItem(KEPT);
      await changed();
      await connect(seat.platform);
    } catch (problem) {
      dialog.close();
      throw problem;
    }
  });
  const no = el('button', { type: 'button', onclick: () => dialog.close() }, 'Not now');
  dialog.append(...present([
    title,
    el('p', null, `${seat.owner} lets you use an app of theirs to connect ${seat.platformName}.`),
    el('ul', { class: 'scopes' }, seat.promises.map(words => el('li', null, words))),
    seat.until && el('p', { class: 'small quiet' }, `The invitation is good until ${day(new Date(seat.until))}.`),
    el('div', { class: 'row' }, no, take)]));
  dialog.addEventListener('close', () => {
    sessionStorage.removeItem(KEPT);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

// ---- the guest's card ----

/** The seat that the person has there; null when they have none. */
export function mySeat(platform) {
  return call('GET', `/platforms/${platform.id}/seat`).catch(problem => {
    if (problem.code === 'no_seat') return null;
    throw problem;
  });
}

export function guestNote(platform, seat, changed) {
  return el('div', { class: 'small', id: `seat-${platform.id}` },
    el('p', null, 'You have a seat in ', el('strong', null, seat.owner), `’s app at ${platform.name}.`,
      seat.listed === 'no' && el('span', null, ` ${platform.name} does not serve you with it yet: you are not on the app’s list of users. Pass this on to ${seat.owner}: “${seat.step}”`)),
    button('Leave the seat', `at ${platform.name}`, { class: 'plain', id: `leave-${platform.id}` }, () => leave(platform, seat, changed)));
}

async function leave(platform, seat, changed) {
  const path = `/platforms/${platform.id}/seat`;
  try {
    await call('DELETE', path);
  } catch (problem) {
    if (problem.code !== 'connections_would_end') throw problem;
    askToLeave(platform, seat, async () => {
      await call('DELETE', `${path}?confirm=true`);
      await changed();
    });
    return;
  }
  await changed();
}

function askToLeave(platform, seat, act) {
  const dialog = el('dialog', { 'aria-labelledby': 'leave-title' });
  const yes = button('Leave it', null, { class: 'danger' }, async () => {
    dialog.close();
    await act();
  });
  dialog.append(
    el('h2', { id: 'leave-title' }, `Leave the seat in ${seat.owner}’s app?`),
    el('p', null, `Your connection to ${platform.name} was made with it and ends. You can connect again with another app.`),
    el('div', { class: 'row' }, el('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, 'Keep it'), yes));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// ---- the owner's ledger ----

/** Who sits where, as a part of the dialog about one's own app. @param wizard that dialog */
export class Ledger {
  constructor(wizard) {
    this.wizard = wizard;
    this.path = `${wizard.path}/seats`;
    this.rows = el('div');
    this.link = el('div', { 'aria-live': 'polite' });
    this.element = el('details', { id: 'app-seats' }, el('summary', null, 'Seats for other people'), this.rows, this.form(), this.link);
    this.element.addEventListener('toggle', () => this.element.open && this.load().catch(problem => this.wrong(problem)));
  }

  wrong(problem) {
    if (!(problem instanceof Problem) || problem.status === 401) {
      this.wizard.dialog.close();
      failed(problem);
    } else this.wizard.say(problem.message, 'bad');
  }

  async load() {
    const ledger = await call('GET', this.path);
    this.rows.replaceChildren(
      el('p', { class: 'small quiet' }, `${this.wizard.platform.name} serves ${ledger.limit} people at most with this app, you included, and only those on its list of users. `,
        `For everybody who takes a seat: ${ledger.step}`),
      el('ol', { class: 'seats' },
        el('li', null, 'Seat 1 is your own.'),
        ledger.seats.map(seat => this.row(seat))));
  }

  row(seat) {
    const taken = seat.state === 'taken';
    return el('li', { 'data-seat': seat.number },
      el('div', { class: 'row head' },
        el('span', null, `Seat ${seat.number}: `, el('strong', null, seat.label),
          taken ? ` · ${seat.displayName}, since ${day(new Date(seat.since))}` : ` · offered until ${day(new Date(seat.until))}`),
        taken && el('span', { class: `state ${seat.connection}` }, CONNECTIONS[seat.connection] ?? seat.connection)),
      seat.listed === 'no' && el('p', null, el('strong', null, `Not on the app’s list of users`), ' (seen ', moment(seat.notListedSince), '). ', seat.step),
      this.wizard.act(taken ? 'End this seat' : 'Take the offer back', { class: 'plain', 'data-end': seat.number }, () => this.end(seat)));
  }

  form() {
    const label = el('input', { id: 'seat-label', name: 'label', required: true, maxlength: '80', autocomplete: 'off' });
    const offer = el('button', { type: 'submit', id: 'seat-offer' }, 'Offer a seat');
    const form = el('form', { class: 'fields' }, el('label', { for: 'seat-label' }, 'For whom? Only you see this.'), label, el('div', { class: 'row' }, offer));
    form.addEventListener('submit', event => {
      event.preventDefault();
      busy(offer, () => this.offer(label).catch(problem => this.wrong(problem)));
    });
    return form;
  }

  async offer(label) {
    this.wizard.message.replaceChildren();
    const offered = await call('POST', this.path, { label: label.value });
    label.value = '';
    this.link.replaceChildren(
      el('p', null, `Give this link to ${offered.label}. It works once, until ${day(new Date(offered.until))}, and is not shown again:`),
      this.wizard.copied('Invitation', 'seat-link', offered.invitationUrl));
    await this.load();
  }

  async end(seat) {
    const done = await this.wizard.confirmed(yes => call('DELETE', `${this.path}/${seat.id}${yes}`), 'End it');
    if (!done) return;
    this.link.replaceChildren();
    await this.load();
    this.wizard.say(done.connectionEnded ? 'The seat has ended, and the connection made with it.' : 'The seat has ended.', 'good');
  }
}
