// A person's own app at a platform: giving it, checking it, removing it, and the seats in it. How it is stands on the page already.

import { acts, listen } from './acts.js';
import { openDialog } from './dialog.js';
import './paste.js';
import { refresh } from './swap.js';
import { day, localTimes } from './times.js';
import { Problem, button, call, el, say } from './tools.js';
import { said, say as words } from './words.js';

const path = () => document.getElementById('live').dataset.path;
const name = () => document.getElementById('live').dataset.name;
const findings = document.getElementById('app-findings');

acts.copy = async ({ dataset: { from } }) => {
  const field = document.getElementById(from);
  try {
    await navigator.clipboard.writeText(field.value);
    say(words('copied'), 'good');
  } catch {
    field.select();
    say(words('copy-by-hand'), 'bad');
  }
};

// ---- the app ----

acts['save-app'] = async form => {
  const body = { clientId: form.elements.clientId.value, clientSecret: form.elements.clientSecret.value || null };
  await confirmed(yes => call('PUT', path() + yes, body), words('own-app.change-yes'), async () => {
    form.reset();
    await refresh();
    await check();
  });
};

acts['check-app'] = check;

async function check() {
  findings.replaceChildren();
  const found = await call('POST', `${path()}/check`);
  findings.replaceChildren(el('ul', { class: 'findings' }, Object.entries(found).map(([what, { result, words: sentence }]) =>
    el('li', { class: result, 'data-finding': what },
      el('strong', null, `${words(`finding.${what}`)}: ${words(`finding.${result}`)}. `), said(sentence)))));
  if (Object.values(found).some(one => one.result === 'wrong')) wrong();
  else say(words('own-app.right', name()), 'good');
  findings.scrollIntoView({ block: 'nearest' });
}

/** What was stored before the check knows nothing of it; the page must not say that all is well, nor lead on. */
function wrong() {
  say(words('own-app.wrong'), 'bad');
  const state = document.querySelector('#live .head .state');
  state.textContent = words('finding.wrong');
  state.className = 'state app_blocked';
  document.getElementById('app-connect').classList.remove('main');
  document.getElementById('app-change').open = true;
  document.getElementById('app-client-secret').focus();
}

acts['remove-app'] = () => confirmed(yes => call('DELETE', path() + yes), words('own-app.remove-yes'), async done => {
  findings.replaceChildren();
  await refresh();
  say(words(done.ended.length ? 'own-app.removed-ended' : 'own-app.removed'), 'good');
});

/** Asks first when connections would end. */
async function confirmed(change, label, then) {
  let done;
  try {
    done = await change('');
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'connections_would_end') throw problem;
    const dialog = openDialog({
      id: 'would-end',
      title: words('would-end.title'),
      content: el('p', null, problem.message.replace(/ Ask again.*$/, '')),
      no: words('would-end.no'),
      buttons: button(label, null, { class: 'danger', id: 'app-yes' }, async () => {
        try {
          done = await change('?confirm=true');
        } finally {
          dialog.close();
        }
        await then(done);
      }),
    });
    return;
  }
  await then(done);
}

// ---- seats ----

acts['offer-seat'] = async form => {
  const offered = await call('POST', `${path()}/seats`, { label: form.elements.label.value });
  form.reset();
  await refresh();
  const link = el('input', { id: 'seat-link', readonly: true, value: offered.invitationUrl, 'aria-label': words('seats.link') });
  const copy = el('button', { type: 'button', 'data-act': 'copy', 'data-from': 'seat-link' }, words('copy'));
  openDialog({
    id: 'offered',
    title: words('seats.offered', offered.label),
    focusTitle: true,
    content: [el('p', null, words('seats.give', day(new Date(offered.until)))), el('div', { class: 'pair' }, link, copy)],
  });
};

acts['end-seat'] = ({ dataset: { seatId } }) => confirmed(yes => call('DELETE', `${path()}/seats/${seatId}${yes}`), words('seats.end-yes'), async done => {
  await refresh();
  say(words(done.connectionEnded ? 'seats.ended-connection' : 'seats.ended'), 'good');
});

localTimes(document);
document.addEventListener('swapped', () => localTimes(document));
addEventListener('pageshow', event => event.persisted && location.reload());
listen();
