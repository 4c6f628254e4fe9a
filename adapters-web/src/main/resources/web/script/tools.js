// What every part of the page is made with.

import { moment } from './times.js';
import { find, say as words } from './words.js';

export class Problem extends Error {
  constructor(status, body) {
    super(find(`problem.${body.code}`) ?? body.detail ?? body.title ?? words('failed.no-answer'));
    this.status = status;
    this.code = body.code;
    this.body = body;
  }
}

export async function call(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Problem(0, { detail: words('failed.offline') });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || !('data' in answer)) throw new Problem(response.status, answer);
  return answer.data;
}

/** An element with properties and children; children that are null or false are left out. */
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined) continue;
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value === true) element.setAttribute(name, '');
    else element.setAttribute(name, value);
  }
  element.append(...present(children));
  return element;
}

export function present(children) {
  return children.flat().filter(child => child !== null && child !== undefined && child !== false);
}

export function button(label, about, properties, act) {
  const element = el('button', { type: 'button', ...properties }, label, about && el('span', { class: 'vh' }, ` ${about}`));
  element.addEventListener('click', () => busy(element, act));
  return element;
}

/** Runs an act once at a time. The button keeps the focus, so it is not disabled but says that it is busy. */
export async function busy(element, act) {
  if (element.hasAttribute('aria-disabled')) return;
  element.setAttribute('aria-disabled', 'true');
  try {
    await act();
  } catch (problem) {
    await failed(problem);
  } finally {
    element.removeAttribute('aria-disabled');
  }
}

/** Sends a form that nobody sees: the browser goes where the answer leads. */
export function post(path, fields) {
  const form = el('form', { method: 'post', action: path, hidden: true },
    Object.entries(fields).map(([name, value]) => el('input', { type: 'hidden', name, value })));
  document.body.append(form);
  form.requestSubmit();
}

/** Says what went wrong, and what helps. Who is signed out by now is sent to sign in. */
export async function failed(problem) {
  if (!(problem instanceof Problem)) {
    console.error(problem);
    say(words('failed.defect'), 'bad');
  } else if (problem.status === 401) location.assign('/');
  else say(told(problem), 'bad');
}

/** The words of a problem, the next step, and the request's id for whoever has to look for it. */
export function told(problem) {
  const { retryAt, nextAction, requestId } = problem.body;
  const step = nextAction && nextAction !== 'wait' && find(`next.${nextAction}`);
  return present([
    problem.message,
    retryAt && new Date(retryAt) > new Date() && [` ${words('failed.retry-at')} `, moment(retryAt), '.'],
    step && ` ${step}`,
    requestId && problem.status !== 401 && [' ', el('small', { class: 'request-id' }, words('failed.request-id', requestId))],
  ].flat());
}

export function say(content, tone) {
  const notice = el('p', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, content);
  // In a dialog where one is open: what is behind it cannot be read then.
  (document.querySelector('dialog[open] .said') ?? document.getElementById('notices')).replaceChildren(notice);
  notice.scrollIntoView({ block: 'nearest' });
}

/** What was said is on the page; the address shall not say it again on reload. A handoff is not ours to touch. */
export function tidyAddress() {
  const address = new URL(location.href);
  for (const name of ['error', 'connected', 'linked', 'kept', 'reconnect', 'check', 'language']) address.searchParams.delete(name);
  if (address.href !== location.href) history.replaceState(null, '', address);
}

export function outsideLink(address, label) {
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label, el('span', { class: 'vh' }, ` ${words('link.new-tab')}`));
}
