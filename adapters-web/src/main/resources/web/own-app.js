// A person's own app at a platform: registering it, bringing it, checking it, connecting with it, removing it.

import { Ledger } from './seats.js';
import { Problem, button, busy, call, day, el, failed, moment, outsideLink } from './tools.js';

const RESULTS = { ok: 'Good', wrong: 'Wrong', not_checked: 'Not checked' };
const FINDINGS = { id: 'Client ID', secret: 'Client secret', redirect: 'Redirect URI', app: 'The app itself' };
const STATES = { fine: 'Works', blocked: 'Blocked', cooling_down: 'Pauses', doubted: 'Doubted' };
const TONES = { fine: 'connected', blocked: 'app_blocked', cooling_down: 'waiting', doubted: 'waiting' };

/** What the API words as a request is done with the form below. */
const HERE = { app_rejected: 'Copy the client secret from the dashboard and give it below: your connections are kept.' };

/** Opens everything about one's own app. @param connect goes to the platform with a wish */
export function appButton(platform, connect, changed) {
  return button('Your own app', `for ${platform.name}`, { class: 'plain', id: `app-${platform.id}` },
    async () => new Wizard(platform, connect, changed).open());
}

class Wizard {
  constructor(platform, connect, changed) {
    this.platform = platform;
    this.connect = connect;
    this.changed = changed;
    this.path = `/platforms/${platform.id}/app`;
    this.title = el('h2', { id: 'app-title', tabindex: '-1' }, `Your own app at ${platform.name}`);
    this.message = el('div', { 'aria-live': 'polite' });
    this.content = el('div', { class: 'wizard' });
    this.dialog = el('dialog', { 'aria-labelledby': 'app-title' }, this.title, this.message, this.content,
      el('div', { class: 'row' }, el('button', { type: 'button', onclick: () => this.dialog.close() }, 'Close')));
    this.dialog.addEventListener('close', () => {
      this.dialog.remove();
      if (this.dirty) this.changed().catch(failed);
    });
  }

  async open() {
    const view = await call('GET', this.path);
    document.body.append(this.dialog);
    this.show(view);
    this.dialog.showModal();
  }

  show(view) {
    this.view = view;
    this.content.replaceChildren(...(view.app ? this.brought(view) : this.steps(view)));
  }

  /** In the dialog, because what is behind it cannot be read now. */
  say(words, tone) {
    this.message.replaceChildren(el('p', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, words));
    this.message.scrollIntoView({ block: 'nearest' });
  }

  act(label, properties, act) {
    return button(label, null, properties, async () => {
      this.message.replaceChildren();
      try {
        await act();
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.status === 401) {
          this.dialog.close();
          throw problem;
        }
        this.say(problem.message, 'bad');
      }
    });
  }

  // ---- none yet ----

  steps(view) {
    return [
      el('p', null, 'With an app of your own you depend on nobody else’s limits. It takes about five minutes.'),
      el('ol', { class: 'steps' },
        el('li', null, 'Sign in at ', outsideLink(view.console, `${this.platform.name}’s developer dashboard`), ' and create an app.'),
        el('li', null, 'Register this redirect URI there, to the letter:', this.redirect(view)),
        view.seats && el('li', null, `Add yourself to the app’s list of users: it serves ${view.seats} people at most, its owner included.`),
        el('li', null, `Copy its client ID${view.secretNeeded ? ' and client secret' : ' (and its client secret, if it has one)'} to here:`,
          this.form(view))),
      this.scopes(view),
    ];
  }

  redirect(view) {
    return this.copied('Redirect URI', 'redirect-uri', view.redirectUri);
  }

  /** Something to be copied to the letter. */
  copied(label, id, words) {
    const field = el('input', { readonly: true, value: words, 'aria-label': label, id });
    field.addEventListener('focus', () => field.select());
    const copy = this.act('Copy', { id: `copy-${id}` }, async () => {
      try {
        await navigator.clipboard.writeText(words);
        this.say('Copied.', 'good');
      } catch {
        field.select();
        this.say('Your browser does not let the page copy. It is selected now: copy it with the keyboard.', 'bad');
      }
    });
    return el('div', { class: 'pair' }, field, copy);
  }

  scopes(view) {
    return view.scopes.length > 0 && el('details', { class: 'small quiet' },
      el('summary', null, 'What will be asked for when you connect, and why'),
      el('ul', { class: 'scopes' }, view.scopes.map(({ scope, why }) => el('li', null, why ? `${why} (${scope})` : scope))));
  }

  form(view) {
    const id = el('input', { id: 'app-client-id', name: 'clientId', required: true, autocomplete: 'off', spellcheck: 'false', value: view.app?.clientId });
    const secret = el('input', { id: 'app-client-secret', name: 'clientSecret', type: 'password', autocomplete: 'off', required: view.secretNeeded });
    const save = el('button', { type: 'submit', class: 'main', id: 'app-save' }, 'Save and check');
    const form = el('form', { class: 'fields' },
      el('label', { for: 'app-client-id' }, 'Client ID'), id,
      el('label', { for: 'app-client-secret' }, 'Client secret'), secret,
      el('p', { class: 'small quiet' }, 'The secret is sealed at once and never shown again, to nobody.'),
      el('div', { class: 'row' }, save));
    form.addEventListener('submit', event => {
      event.preventDefault();
      busy(save, () => this.save({ clientId: id.value, clientSecret: secret.value || null }));
    });
    return form;
  }

  async save(body) {
    this.message.replaceChildren();
    const kept = await this.confirmed(yes => call('PUT', this.path + yes, body), 'Change it');
    if (!kept) return;
    this.dirty = true;
    this.show(kept);
    await this.check();
  }

  /** Asks first when connections would end. @return null when it was not done */
  async confirmed(change, label) {
    try {
      return await change('');
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status === 401) throw problem;
      if (problem.code !== 'connections_would_end') {
        this.say(problem.message, 'bad');
        return null;
      }
      return this.ask(problem.message.replace(/ Ask again.*$/, ''), label, () => change('?confirm=true'));
    }
  }

  ask(words, label, change) {
    return new Promise((resolve, reject) => {
      const settle = act => {
        this.message.replaceChildren();
        act();
      };
      const yes = button(label, null, { class: 'danger', id: 'app-yes' }, async () => {
        try {
          const done = await change();
          settle(() => resolve(done));
        } catch (problem) {
          settle(() => reject(problem));
        }
      });
      const no = el('button', { type: 'button', onclick: () => settle(() => resolve(null)) }, 'Leave it as it is');
      this.dialog.addEventListener('close', () => resolve(null), { once: true });
      this.message.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('p', null, words), el('div', { class: 'row' }, no, yes)));
      no.focus();
    });
  }

  // ---- there is one ----

  brought(view) {
    const { app } = view;
    return [
      el('div', { class: 'row head' },
        el('span', null, 'Client ID ', el('strong', null, app.clientId)),
        el('span', { class: `state ${TONES[app.state] ?? ''}` }, STATES[app.state] ?? app.state)),
      app.words && el('p', null, app.words, app.retryAt && el('span', { class: 'quiet' }, ' Next try ', moment(app.retryAt), '.')),
      app.step && el('p', null, el('strong', null, HERE[app.cause] ?? app.step)),
      el('p', { class: 'small quiet' }, app.secretSet ? `Its secret was given on ${day(new Date(app.secretSince))}.` : 'It has no secret.',
        app.previousSecretUntil && ` The one before is tried as well until ${day(new Date(app.previousSecretUntil))}.`),
      el('p', { class: 'small quiet' }, app.connections === 1 ? '1 connection was made with it.' : `${app.connections} connections were made with it.`,
        app.waiting > 0 && ` ${app.waiting} of them wait until it is well.`),
      app.notListed.length > 0 && el('div', { id: 'app-not-listed' },
        el('p', null, el('strong', null, `${this.platform.name} does not serve these people with it: `),
          app.notListed.map((one, at) => [at > 0 && ', ', one.displayName, ' (since ', moment(one.since), ')']).flat()),
        el('p', null, app.notListedStep)),
      this.findings = el('div', { id: 'app-findings', 'aria-live': 'polite' }),
      el('div', { class: 'row' },
        button('Connect with it', this.platform.name, { class: 'main', id: 'app-connect' }, () => this.connect({ app: 'own' })),
        this.act('Check', { id: 'app-check' }, () => this.check())),
      new Ledger(this).element,
      el('details', null, el('summary', null, 'What is registered there'), this.redirect(view), this.scopes(view)),
      el('details', { id: 'app-change' }, el('summary', null, 'Give a new secret, or another app'), this.form(view)),
      el('div', { class: 'row' }, this.act('Remove this app', { class: 'plain', id: 'app-remove' }, () => this.remove())),
    ].filter(Boolean);
  }

  async check() {
    const found = await call('POST', `${this.path}/check`).catch(problem => {
      if (!(problem instanceof Problem) || problem.status === 401) throw problem;
      this.say(problem.message, 'bad');
      return null;
    });
    if (!found) return;
    this.findings.replaceChildren(el('ul', { class: 'findings' }, Object.entries(FINDINGS).map(([name, label]) =>
      el('li', { class: found[name].result, 'data-finding': name },
        el('strong', null, `${label}: ${RESULTS[found[name].result] ?? found[name].result}. `), found[name].words))));
    if (Object.values(found).some(one => one.result === 'wrong')) {
      this.say('Something is not right yet: see below what to change.', 'bad');
    } else {
      this.say('Nothing is wrong as far as this could be checked.', 'good');
    }
  }

  async remove() {
    const done = await this.confirmed(yes => call('DELETE', this.path + yes), 'Remove it');
    if (!done) return;
    this.dirty = true;
    this.show(await call('GET', this.path));
    this.say(done.ended.length ? 'It is removed, and the connections made with it have ended.' : 'It is removed.', 'good');
  }
}
