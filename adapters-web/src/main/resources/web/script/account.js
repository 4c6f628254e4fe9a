// Who somebody is here: what they change, end, take along and erase. How it is stands on the page already.

import { acts, listen } from './acts.js';
import { openDialog } from './dialog.js';
import { showMerge } from './merge.js';
import { refresh } from './swap.js';
import { localTimes } from './times.js';
import { button, call, el, failed, outsideLink, post, present, say, tidyAddress } from './tools.js';
import { say as words } from './words.js';

const HERE = `${location.origin}/account`;
const KEPT = 'go-on';
const FRESH = 10 * 60_000;

function ask({ id, title, what, yes, act }) {
  const dialog = openDialog({
    id,
    title,
    content: el('p', null, what),
    no: words('dialog.not-now'),
    buttons: button(yes, null, { class: 'danger', id: `${id}-yes` }, async () => {
      dialog.close();
      await act();
    }),
  });
}

async function changed(sentence) {
  await refresh();
  say(sentence, 'good');
}

// ---- what wants a sign-in of the last minutes ----

/** Whoever signed in too long ago is asked to do so again, and comes back to the same button. */
async function fresh(element, act) {
  try {
    await act();
  } catch (problem) {
    if (problem.code !== 'fresh_sign_in_needed') throw problem;
    sessionStorage.setItem(KEPT, JSON.stringify({ id: element.id, at: Date.now() }));
    openDialog({
      id: 'fresh',
      title: words('account.fresh.title'),
      content: el('p', null, words('account.fresh.what')),
      no: words('dialog.not-now'),
      buttons: [...document.getElementById('fresh-ways').content.cloneNode(true).children],
      onClose: () => sessionStorage.removeItem(KEPT),
    });
  }
}

acts['sign-in-again'] = async ({ dataset: { of } }) => {
  post(of ? `/auth/${of}/login` : '/sign-in/chat', { returnTo: HERE });
};

function goOn(cameWithError) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  sessionStorage.removeItem(KEPT);
  if (!kept || cameWithError || Date.now() - kept.at > FRESH) return;
  const again = document.getElementById(kept.id);
  again?.closest('details')?.setAttribute('open', '');
  again?.focus();
  again?.click();
}

// ---- name and language ----

acts['save-name'] = async form => {
  const { displayName } = await call('PATCH', '/user/profile', { displayName: form.elements.displayName.value });
  await changed(words('account.name.saved', displayName));
};

acts['save-language'] = async form => {
  const language = form.elements.language.value;
  if (!language) return;
  await call('PATCH', '/user/profile', { language });
  location.assign(`/account?language=${language}`);
};

// ---- ways in ----

async function leaveFor(path, wish) {
  const begun = await call('POST', path, { returnTo: HERE, ...wish });
  location.assign(begun.authUrl);
}

acts.link = element => fresh(element, () => leaveFor(`/auth/${element.dataset.of}/link`, {}));

acts.merge = element => fresh(element, () => leaveFor('/user/merge', { provider: element.dataset.of }));

acts.unlink = async element => {
  const { of, name } = element.dataset;
  ask({
    id: 'unlink',
    title: words('account.methods.remove.ask', name),
    what: words('account.methods.remove.what', name),
    yes: words('account.methods.remove'),
    act: () => fresh(element, async () => {
      await call('DELETE', `/user/auth-providers/${of}`);
      await changed(words('account.methods.removed', name));
    }),
  });
};

// ---- sessions and chats ----

acts['end-session'] = async ({ dataset: { of } }) => {
  await call('DELETE', `/user/sessions/${of}`);
  await changed(words('account.sessions.ended'));
};

acts['sign-out-everywhere'] = async () => ask({
  id: 'everywhere',
  title: words('account.sessions.all'),
  what: words('account.sessions.all.what'),
  yes: words('account.sessions.all'),
  act: async () => {
    await call('DELETE', '/user/sessions');
    location.assign('/');
  },
});

acts['end-chat'] = async element => ask({
  id: 'end-chat',
  title: words('account.chats.end.ask'),
  what: words('account.chats.end.what'),
  yes: words('account.chats.end'),
  act: () => fresh(element, async () => {
    await call('DELETE', `/user/chats/${element.dataset.of}`);
    await changed(words('account.chats.ended'));
  }),
});

// ---- the end ----

acts.erase = async ({ dataset: { name } }) => {
  const typed = el('input', { id: 'erase-name', name: 'name', required: true, autocomplete: 'off', spellcheck: 'false' });
  const yes = button(words('account.erase.yes'), null, { class: 'danger', id: 'erase-yes', disabled: true }, async () => {
    const report = await call('DELETE', '/user');
    dialog.close('done');
    erased(report);
  });
  typed.addEventListener('input', () => { yes.disabled = typed.value.trim() !== name.trim(); });
  const dialog = openDialog({
    id: 'erase-question',
    title: words('account.erase.ask', name),
    focusTitle: true,
    content: [
      el('p', null, words('account.erase.what')),
      document.querySelector('#erase-what ul').cloneNode(true),
      el('label', { for: 'erase-name' }, words('account.erase.type', name)),
      typed,
    ],
    no: words('dialog.not-now'),
    buttons: yes,
  });
};

const TOLD = { revoked: 'account.erased.revoked', not_supported: 'account.erased.only-you', failed: 'account.erased.failed' };

/** Nobody is signed in any more, so this is the last thing that this page says. */
function erased({ platforms }) {
  const names = Object.fromEntries([...document.querySelectorAll('#erase-what [data-platform]')].map(line => [line.dataset.platform, line.dataset.name]));
  const name = id => names[id] ?? id;
  openDialog({
    id: 'erased',
    title: words('account.erased.title'),
    focusTitle: true,
    content: present([
      el('p', null, words('account.erased.what')),
      platforms.length > 0 && el('ul', null, platforms.map(({ platform, revocation, accessPage }) => el('li', null,
        words(TOLD[revocation] ?? TOLD.failed, name(platform)), ' ', accessPage && outsideLink(accessPage, words('account.erase.page', name(platform)))))),
    ]),
    onClose: () => location.replace('/'),
  });
}

const address = new URL(location.href);
const merging = address.searchParams.has('merge');
address.searchParams.delete('merge');
history.replaceState(null, '', address);
localTimes(document);
document.addEventListener('swapped', () => localTimes(document));
addEventListener('pageshow', event => event.persisted && location.reload());
tidyAddress();
listen();
// Until here the buttons are there and do nothing; whoever drives the page waits for it.
document.documentElement.dataset.ready = '';
goOn(address.searchParams.has('error'));
if (merging) showMerge().catch(failed);
