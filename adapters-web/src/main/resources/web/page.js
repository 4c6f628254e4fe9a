// The start page after signing in. The server decides which face is shown first; this fills it.
// Everything that comes from outside goes into the page as text, never as markup.

import { chatWaits, keepChat, showChat } from './chat.js';
import { showMerge, waysIn } from './methods.js';
import { appButton } from './own-app.js';
import { guestNote, invitationWaits, keepInvitation, mySeat, showInvitation } from './seats.js';
import {
  DAY, button, busy, call, day, daysUntil, el, failed, inDays, moment, outsideLink, present, say, whenSignedOut,
} from './tools.js';

const main = document.getElementById('main');
const account = document.getElementById('account');

const STATES = {
  connected: 'Connected',
  waiting: 'Waiting',
  app_blocked: 'Blocked',
  needs_reconnect: 'Needs you',
  not_connected: 'Not connected',
};

// ---- going to a provider ----

async function goTo(path, wish) {
  const begun = await call('POST', path, { returnTo: main.dataset.home, ...wish });
  location.assign(begun.authUrl);
  await new Promise(() => {}); // the button stays busy until the page is left
}

function takeOverSignInForms() {
  for (const form of document.querySelectorAll('form.sign-in')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const returnTo = form.elements.returnTo.value;
      busy(form.querySelector('button'), () => goTo(new URL(form.action).pathname, { returnTo }));
    });
  }
}

// ---- one platform ----

function card(platform, connection) {
  const view = connection ?? { state: 'not_connected', nextAction: 'connect' };
  const title = `platform-${platform.id}`;
  return el('article', { class: 'card', id: `card-${platform.id}`, 'aria-labelledby': title },
    el('div', { class: 'row head' },
      el('h3', { id: title }, platform.name),
      el('span', { class: `state ${view.state}` }, STATES[view.state] ?? view.state)),
    connection ? whoThere(connection) : whatFor(platform),
    connection && reason(view),
    connection && clocks(platform, view),
    platform.seat && guestNote(platform, platform.seat, showAccount),
    el('div', { class: 'row' }, mainAction(platform, view), connection && disconnectButton(platform),
      !platform.gone && appButton(platform, wish => goTo(`/platforms/${platform.id}/connect`, { ...wish, ...(connection ? { reconnect: true } : {}) }), showAccount)));
}

function whoThere(connection) {
  const name = connection.displayName || connection.platformUserId;
  return el('p', null, 'Connected as ', el('strong', null, name));
}

function whatFor(platform) {
  if (!platform.sharedApp || !platform.scopes.length) return null;
  return el('div', { class: 'small quiet' },
    el('p', null, 'What Patchbay asks for, and why:'),
    el('ul', { class: 'scopes' }, platform.scopes.map(({ scope, why }) => el('li', null, why || scope))));
}

function reason(view) {
  if (!view.cause) return null;
  const words = document.getElementById('causes').content.querySelector(`[data-cause="${CSS.escape(view.cause)}"]`);
  return el('p', null, words ? words.textContent : view.cause,
    view.since && el('span', { class: 'quiet' }, ' Since ', moment(view.since), '.'));
}

function clocks(platform, view) {
  return el('dl', { class: 'clocks' },
    el('dt', null, 'Access token'), el('dd', null, accessClock(platform, view)),
    el('dt', null, 'Consent'), el('dd', null, consentClock(view)));
}

function accessClock(platform, view) {
  if (!view.expiresAt) return ['does not end by itself'];
  const good = new Date(view.expiresAt) > new Date();
  return [good ? 'good until ' : 'ended ', moment(view.expiresAt), `, ${renewal(platform, view, good)}`];
}

function renewal(platform, view, good) {
  if (!platform.capabilities.includes('refresh') || view.state === 'needs_reconnect') return 'not renewed';
  if (view.state === 'app_blocked') return 'not renewed while the app is blocked';
  if (view.state === 'waiting') return 'renewed after the wait';
  return good ? 'renewed by itself' : 'renewed when it is next needed';
}

function consentClock(view) {
  if (!view.reauthorizeBy) return 'does not end by itself';
  const end = new Date(view.reauthorizeBy);
  return end > new Date() ? `ends on ${day(end)}, ${inDays(end)}` : `ended on ${day(end)}`;
}

/** The one step that helps most. */
function mainAction(platform, view) {
  const properties = { id: `main-${platform.id}` };
  const consentEndsSoon = view.reauthorizeBy && daysUntil(new Date(view.reauthorizeBy)) <= 30;
  // With a connection there is an app: the operator's, one's own, or one with a seat.
  const connect = (label, wish) => platform.sharedApp || platform.seat || view.platformUserId
    ? button(label, platform.name, { ...properties, class: 'main' }, () => goTo(`/platforms/${platform.id}/connect`, wish))
    : el('p', { class: 'quiet' }, `The operator of this service has not set up an app for ${platform.name}. Bring one of your own.`);
  if (platform.gone) return el('p', { class: 'quiet' }, 'This service does not work with it any more.');
  switch (view.nextAction) {
    case 'connect': return connect('Connect', {});
    case 'reconnect': return connect('Reconnect', { reconnect: true });
    case 'wait': return view.retryAt && new Date(view.retryAt) > new Date()
      ? el('button', { type: 'button', disabled: true, ...properties }, 'Wait until ', moment(view.retryAt))
      : checkButton('Try now', platform, view, properties);
    case 'prepare_account': return [el('p', { class: 'small quiet' }, 'Do that at the platform first.'), connect('Connect again', {})];
    case 'fix_app': return checkButton('Check again', platform, view, properties,
      'The operator of this service has to look at its app.');
    case 'ask_app_owner': return checkButton('Check again', platform, view, properties,
      platform.seat ? `Ask ${platform.seat.owner} to add you.` : 'Ask whoever owns the app to add you to its list of users: for the app of this service, that is its operator.');
    default: return consentEndsSoon
      ? connect('Renew consent', { reconnect: true })
      : checkButton('Check now', platform, view, properties);
  }
}

function checkButton(label, platform, view, properties, advice) {
  const check = button(label, platform.name, properties, async () => {
    const health = await call('GET', `/platforms/${platform.id}/health?probe=true`);
    if (health.state === 'not_connected') return showAccount();
    const { cause, since, retryAt, nextAction, expiresAt, reauthorizeBy } = health;
    const news = { ...view, state: health.state, cause, since, retryAt, nextAction, expiresAt, reauthorizeBy };
    if (!cause) say(`${platform.name} answered just now: all is well.${health.advice ? ` ${health.advice}` : ''}`, 'good');
    const hadFocus = document.activeElement === check;
    document.getElementById(`card-${platform.id}`).replaceWith(card(platform, news));
    if (hadFocus) document.getElementById(`main-${platform.id}`)?.focus();
    return null;
  });
  return advice ? [el('p', { class: 'small quiet' }, advice), check] : check;
}

// ---- disconnecting ----

function disconnectButton(platform) {
  return button('Disconnect', platform.name, { class: 'plain', id: `disconnect-${platform.id}` }, async () => askToDisconnect(platform));
}

function askToDisconnect(platform) {
  const title = el('h2', { id: 'dialog-title', tabindex: '-1' }, `Disconnect ${platform.name}?`);
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' });
  const yes = button('Disconnect', platform.name, { class: 'danger' }, async () => {
    try {
      report(dialog, title, platform, await call('DELETE', `/user/platforms/${platform.id}`));
    } catch (problem) {
      dialog.close();
      throw problem;
    }
  });
  const no = el('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, 'Keep it');
  dialog.append(title,
    el('p', null, `Your tokens for ${platform.name} are deleted here at once, and your apps get no more of them. What is in your account there stays as it is.`),
    el('div', { class: 'row' }, no, yes));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function report(dialog, title, platform, done) {
  dropChoices(platform.id);
  title.textContent = `${platform.name} is disconnected`;
  const deleted = done.deleted.map(word => word.replaceAll('_', ' ')).join(', ');
  dialog.replaceChildren(...present([
    title,
    el('p', null, `Deleted here: ${deleted}.`),
    done.revocation === 'revoked' && el('p', null, `${platform.name} has ended the access on its side as well.`),
    done.onlyYouCan && el('p', null, el('strong', null, done.onlyYouCan)),
    done.accessPage && el('p', null, outsideLink(done.accessPage, `Open the access page of ${platform.name}`)),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'main', onclick: () => dialog.close() }, 'Close')),
  ]));
  dialog.addEventListener('close', () => showAccount().catch(failed));
  title.focus();
}

// ---- which of two accounts ----

/** The server writes the choices, so that they work without this script; here they keep up with time and with the cards. */
function tendChoices() {
  for (const choice of document.querySelectorAll('.choice')) {
    const { until } = choice.dataset;
    choice.querySelector('time').replaceWith(moment(until));
    setTimeout(() => choice.remove(), Math.max(new Date(until) - Date.now(), 0));
  }
}

/** Of that platform; of all without one. */
function dropChoices(platform) {
  document.querySelectorAll(platform ? `.choice[data-platform="${CSS.escape(platform)}"]` : '.choice').forEach(choice => choice.remove());
}

// ---- the account ----

function person(profile) {
  const picture = profile.picture?.startsWith('https:')
    && el('img', { src: profile.picture, alt: '', width: '48', height: '48', referrerpolicy: 'no-referrer' });
  if (picture) picture.addEventListener('error', () => picture.remove());
  return el('div', { class: 'person' },
    el('div', { class: 'face' }, picture,
      el('div', null, el('h1', null, profile.displayName), profile.email && el('p', { class: 'quiet small' }, profile.email))),
    button('Sign out', null, { id: 'sign-out' }, signOut));
}

async function signOut() {
  await call('POST', '/auth/logout');
  location.replace('/');
}

async function showAccount() {
  const [profile, connections, methods, platforms, providers] = await Promise.all(
    ['/user/profile', '/user/platforms', '/user/auth-providers', '/platforms', '/auth/providers'].map(path => call('GET', path)));
  await Promise.all(platforms.map(async platform => { platform.seat = await mySeat(platform); }));
  const focused = document.activeElement?.id;
  account.replaceChildren(
    person(profile),
    el('h2', null, 'Your music platforms'),
    el('div', { class: 'cards' },
      inOrder([...platforms, ...gone(platforms, connections)], connections).map(platform => card(platform, connectionTo(platform, connections)))),
    el('h2', null, 'Ways to sign in'),
    ...present(waysIn(methods, providers, goTo, showAccount)));
  face(account);
  if (focused) keepFocus(focused);
  lookAgain(connections);
}

/** The same button in the new cards, or the one that took its place. */
function keepFocus(id) {
  const same = document.getElementById(id) ?? document.getElementById(id.replace('disconnect-', 'main-'));
  same?.focus();
}

function connectionTo(platform, connections) {
  return connections.find(one => one.platform === platform.id);
}

/** Platforms that this service does not speak to any more: what is left of them can still be given up. */
function gone(platforms, connections) {
  return connections.filter(one => !platforms.some(platform => platform.id === one.platform))
    .map(one => ({ id: one.platform, name: one.name, sharedApp: false, capabilities: [], scopes: [], gone: true }));
}

/** What is connected first, what cannot be connected last. */
function inOrder(platforms, connections) {
  const rank = platform => connectionTo(platform, connections) ? 0 : platform.sharedApp || platform.seat ? 1 : 2;
  return [...platforms].sort((one, other) => rank(one) - rank(other));
}

/** When a wait is over, the page finds out by itself. */
function lookAgain(connections) {
  clearTimeout(lookAgain.timer);
  const waits = connections.filter(one => one.nextAction === 'wait' && one.retryAt).map(one => new Date(one.retryAt) - Date.now());
  if (!waits.length) return;
  const pause = Math.min(Math.max(Math.min(...waits) + 1000, 5000), DAY);
  lookAgain.timer = setTimeout(() => {
    if (document.querySelector('dialog[open]')) lookAgain(connections);
    else showAccount().catch(failed);
  }, pause);
}

// ---- which face is shown ----

function face(shown) {
  for (const one of [document.getElementById('welcome'), document.getElementById('loading'), account]) {
    if (one) one.hidden = one !== shown;
  }
}

function showWelcome(words) {
  account?.replaceChildren();
  dropChoices();
  face(document.getElementById('welcome'));
  say(words, 'bad');
}

function showOutage(problem) {
  const again = button('Try again', null, { class: 'main' }, showAccount);
  account.replaceChildren(
    el('h1', null, 'Your connections cannot be shown now'),
    el('p', null, problem.message),
    el('p', { class: 'quiet' }, 'Nothing is lost by this: what is connected stays connected.'),
    el('p', null, again));
  face(account);
}

/** The messages are on the page; the address shall not say them again on reload. A handoff is not ours to touch. */
function tidyAddress() {
  const address = new URL(location.href);
  for (const name of ['error', 'connected', 'linked', 'kept', 'reconnect', 'merge']) address.searchParams.delete(name);
  if (address.href !== location.href) history.replaceState(null, '', address);
}

function pointAt(platform) {
  const called = platform && document.getElementById(`card-${platform}`);
  if (!called) return;
  called.classList.add('called');
  called.scrollIntoView({ block: 'center' });
  document.getElementById(`main-${platform}`)?.focus();
}

function openInvitation() {
  return showInvitation(async platform => {
    const connections = await call('GET', '/user/platforms');
    const reconnect = connections.some(one => one.platform === platform);
    await goTo(`/platforms/${platform}/connect`, { app: 'seat', ...(reconnect ? { reconnect } : {}) });
  }, showAccount);
}

async function start() {
  whenSignedOut(() => showWelcome('You were signed out. Please sign in again.'));
  const merging = new URLSearchParams(location.search).has('merge');
  keepInvitation();
  keepChat();
  tidyAddress();
  addEventListener('hashchange', () => keepInvitation() && main.dataset.session !== 'none' && openInvitation().catch(failed));
  addEventListener('hashchange', () => keepChat() && main.dataset.session !== 'none' && showChat().catch(failed));
  takeOverSignInForms();
  tendChoices();
  // Back from a provider by the browser's own button: what was frozen then is stale.
  addEventListener('pageshow', event => event.persisted && location.reload());
  if (main.dataset.session === 'none') {
    if (invitationWaits()) say('You are offered a seat in somebody’s app. Sign in to see whose it is.', 'good');
    if (chatWaits()) say('Sign in with the account that you want to use in your chat.', 'good');
    return;
  }
  try {
    await showAccount();
    pointAt(main.dataset.reconnect);
    if (merging) await showMerge(showAccount, showWelcome).catch(failed);
    await openInvitation();
    await showChat();
  } catch (problem) {
    if (problem.status === 401) showWelcome('You were signed out. Please sign in again.');
    else showOutage(problem);
  }
}

start();
