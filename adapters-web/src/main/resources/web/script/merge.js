// One account of two: what that would do, and doing it.

import { openDialog } from './dialog.js';
import { refresh } from './swap.js';
import { moment } from './times.js';
import { busy, button, call, el, present, say } from './tools.js';
import { count, say as words } from './words.js';

/** Shows what a merge would do, and does it when the person says so. */
export async function showMerge() {
  const choice = { keep: 'this', connections: [], methods: [] };
  const parties = new Map();
  for (const party of (await Promise.all(['/platforms', '/auth/providers'].map(path => call('GET', path)))).flat()) parties.set(party.id, party.name);
  const name = id => parties.get(id) ?? id;
  const body = el('div', { id: 'merge-preview' });
  const show = async () => {
    const query = new URLSearchParams({ keep: choice.keep, connections: choice.connections.join(), methods: choice.methods.join() });
    const shown = await call('GET', `/user/merge?${query}`);
    body.dataset.preview = shown.preview;
    body.replaceChildren(...preview(shown, choice, name, show));
  };
  await show();
  const dialog = openDialog({
    id: 'merge',
    title: words('account.merge.ask'),
    focusTitle: true,
    content: body,
    no: words('dialog.not-now'),
    buttons: button(words('account.merge.yes'), null, { class: 'danger', id: 'merge-yes' }, async () => {
      const done = await call('POST', '/user/merge/confirm', { ...choice, preview: body.dataset.preview });
      dialog.close('done');
      await finished(done, name);
    }),
    onClose: said => said !== 'done' && call('DELETE', '/user/merge').catch(() => {}),
  });
}

function preview(shown, choice, name, show) {
  const again = act => event => busy(event.currentTarget, async () => { act(); await show(); });
  const kinds = ['methods', 'connections', 'apps', 'seats'];
  const told = of => kinds.filter(kind => of[kind].length)
    .map(kind => el('li', null, words(`account.merge.${kind}`, of[kind].map(name).join(', '))));
  const moves = present([...told(shown.moves), shown.moves.chats > 0 && el('li', null, words('account.merge.chats', shown.moves.chats))]);
  const lost = told(shown.lost);
  return present([
    el('p', null, words('account.merge.kept', shown.kept.displayName, shown.kept.id, shown.ended.displayName, shown.ended.id)),
    el('p', null, el('button', { type: 'button', class: 'plain', id: 'merge-keep', onclick: again(() => {
      Object.assign(choice, { keep: choice.keep === 'this' ? 'other' : 'this', connections: [], methods: [] });
    }) }, words('account.merge.keep-other', shown.ended.displayName))),
    moves.length > 0 && [el('p', null, words('account.merge.moves')), el('ul', { id: 'merge-moves' }, moves)],
    lost.length > 0 && [el('p', null, words('account.merge.lost')), el('ul', { id: 'merge-lost' }, lost)],
    shown.conflicts.filter(conflict => conflict.choice).map(({ kind, provider, stays }) => el('p', null,
      words(`account.merge.conflict.${kind}.${stays}`, name(provider)), ' ',
      el('button', { type: 'button', class: 'plain', id: `merge-${kind}-${provider}`, onclick: again(() => {
        const list = `${kind}s`;
        choice[list] = stays === 'kept' ? [...choice[list], provider] : choice[list].filter(id => id !== provider);
      }) }, words('account.merge.take-other')))),
    shown.lost.methods.length > 0 && el('p', { class: 'small' }, words('account.merge.new-account')),
    el('p', { class: 'small quiet' }, count('account.merge.sessions', shown.sessionsEnded), ' ', words('account.merge.until'), ' ', moment(shown.expiresAt), '.'),
  ].flat());
}

async function finished(done, name) {
  const byHand = done.grants.filter(grant => grant.accessPage).map(grant => name(grant.platform));
  const sentence = present([
    words('account.merge.done'),
    byHand.length > 0 && words('account.merge.by-hand', byHand.join(', ')),
    done.signedOut && words('account.merge.sign-in-again'),
  ]).join(' ');
  if (done.signedOut) {
    openDialog({ id: 'merged', title: words('account.merge.done'), focusTitle: true, content: el('p', null, sentence), onClose: () => location.assign('/') });
    return;
  }
  await refresh();
  say(sentence, 'good');
}
