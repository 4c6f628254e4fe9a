// The ways into the account: which there are, adding and removing them, and making one account of two.

import { moment } from './times.js';
import { busy, button, call, el, present, say } from './tools.js';

/** @param goTo leaves for a provider @param showAccount shows the account anew */
export function waysIn(methods, providers, goTo, showAccount) {
  const name = id => providers.find(provider => provider.id === id)?.name ?? id;
  const missing = providers.filter(provider => !methods.some(method => method.provider === provider.id));
  return [
    el('ul', { class: 'methods' },
      methods.map(method => el('li', { class: 'row' },
        el('div', null, el('strong', null, name(method.provider)),
          (method.email || method.displayName) && el('span', { class: 'quiet' }, ` · ${method.email || method.displayName}`),
          el('div', { class: 'small quiet' }, 'Linked ', moment(method.linkedAt), ', last used ', moment(method.lastUsedAt))),
        methods.length > 1 && button('Remove', name(method.provider), { class: 'plain', id: `unlink-${method.provider}` },
          () => fresh(() => unlink(method, name, showAccount), methods, name, goTo)))),
      missing.map(provider => el('li', null,
        button(`Add ${provider.name}`, null, { id: `add-${provider.id}` },
          () => fresh(() => goTo(`/auth/${provider.id}/link`, {}), methods, name, goTo))))),
    providers.length > 0 && el('details', { id: 'merge-begin' },
      el('summary', null, 'I have another account here'),
      el('p', null, 'Sign in to it, and you will see what becoming one account would do. Nothing is changed before you say yes.'),
      el('div', { class: 'row' }, providers.map(provider => button(`Sign in to it with ${provider.name}`, null, { id: `merge-${provider.id}` },
        () => fresh(() => goTo('/user/merge', { provider: provider.id }), methods, name, goTo))))),
  ];
}

/** Runs what only somebody may do who signed in lately; others are offered to, and press the same button again then. */
async function fresh(act, methods, name, goTo) {
  try {
    await act();
  } catch (problem) {
    if (problem.code !== 'fresh_sign_in_needed') throw problem;
    const dialog = asking('Sign in once more', el('p', null, problem.message), methods.map(({ provider }) =>
      button(`Sign in with ${name(provider)}`, null, { class: 'main' }, () => goTo(`/auth/${provider}/login`, {}))));
    dialog.showModal();
  }
}

async function unlink(method, name, showAccount) {
  await call('DELETE', `/user/auth-providers/${method.provider}`);
  say(`You cannot sign in with ${name(method.provider)} any more. Your other sessions were ended.`, 'good');
  await showAccount();
}

function asking(words, ...content) {
  const dialog = el('dialog', { 'aria-labelledby': 'asking-title' },
    el('h2', { id: 'asking-title', tabindex: '-1' }, words), content.slice(0, -1),
    el('div', { class: 'row' }, el('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, 'Not now'), content.at(-1)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

// ---- one account of two ----

/** Shows what a merge would do, and does it when the person says so. */
export async function showMerge(showAccount, leave) {
  const choice = { keep: 'this', connections: [], methods: [] };
  const parties = new Map();
  for (const party of (await Promise.all(['/platforms', '/auth/providers'].map(path => call('GET', path)))).flat()) parties.set(party.id, party.name);
  const body = el('div', { id: 'merge-preview' });
  const yes = button('Make them one account', null, { class: 'danger', id: 'merge-yes' }, async () => {
    const done = await call('POST', '/user/merge/confirm', { ...choice, preview: body.dataset.preview });
    dialog.close('done');
    await finished(done, parties, showAccount, leave);
  });
  const dialog = asking('Make one account of two?', body, yes);
  dialog.addEventListener('close', () => dialog.returnValue !== 'done' && call('DELETE', '/user/merge').catch(() => {}));
  const show = async () => {
    const query = new URLSearchParams({ keep: choice.keep, connections: choice.connections.join(), methods: choice.methods.join() });
    const shown = await call('GET', `/user/merge?${query}`);
    body.dataset.preview = shown.preview;
    body.replaceChildren(...preview(shown, choice, id => parties.get(id) ?? id, show));
  };
  try {
    await show();
  } catch (problem) {
    dialog.close();
    throw problem;
  }
  dialog.showModal();
}

function preview(shown, choice, name, show) {
  const again = act => event => busy(event.currentTarget, async () => { act(); await show(); });
  const list = ids => ids.map(name).join(', ');
  const things = { methods: 'Ways to sign in', connections: 'Connections', apps: 'Apps of your own', seats: 'Seats in other people’s apps' };
  const told = of => Object.entries(things).filter(([kind]) => of[kind].length)
    .map(([kind, words]) => el('li', null, `${words}: ${list(of[kind])}`));
  const moves = present([...told(shown.moves), shown.moves.chats > 0 && el('li', null, `Chats: ${shown.moves.chats}`)]);
  return present([
    el('p', null, 'Kept is ', el('strong', null, shown.kept.displayName), ' (', el('code', { class: 'small' }, shown.kept.id), '). ',
      el('strong', null, shown.ended.displayName), ' (', el('code', { class: 'small' }, shown.ended.id), ') becomes part of it and is no more.'),
    el('p', null, el('button', { type: 'button', class: 'plain', id: 'merge-keep', onclick: again(() => {
      Object.assign(choice, { keep: choice.keep === 'this' ? 'other' : 'this', connections: [], methods: [] });
    }) }, `Keep ${shown.ended.displayName} instead`)),
    moves.length > 0 && el('p', null, 'Moves:'), moves.length > 0 && el('ul', { id: 'merge-moves' }, moves),
    told(shown.lost).length > 0 && el('p', null, 'There is room for one only, so these go:'),
    told(shown.lost).length > 0 && el('ul', { id: 'merge-lost' }, told(shown.lost)),
    shown.conflicts.filter(conflict => conflict.choice).map(({ kind, provider, stays }) => el('p', null,
      `${kind === 'method' ? 'Signing in with' : 'Connection to'} ${name(provider)}: that of the account which ${stays === 'kept' ? 'is kept' : 'ends'} stays. `,
      el('button', { type: 'button', class: 'plain', id: `merge-${kind}-${provider}`, onclick: again(() => {
        const list = `${kind}s`;
        choice[list] = stays === 'kept' ? [...choice[list], provider] : choice[list].filter(id => id !== provider);
      }) }, 'Take the other one'))),
    shown.lost.methods.length > 0 && el('p', { class: 'small' }, 'Whoever signs in with what goes opens a new, empty account.'),
    el('p', { class: 'small quiet' }, `Sessions that end: ${shown.sessionsEnded}. This offer is good until `, moment(shown.expiresAt), '.'),
  ].flat());
}

async function finished(done, parties, showAccount, leave) {
  const byHand = done.grants.filter(grant => grant.accessPage).map(grant => parties.get(grant.platform) ?? grant.platform);
  const words = `The two are one account now.${byHand.length ? ` At ${byHand.join(', ')} only you can end the access that was left over.` : ''}`;
  if (done.signedOut) {
    leave(`${words} Please sign in again.`);
    return;
  }
  say(words, 'good');
  await showAccount();
}
