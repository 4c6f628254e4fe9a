// What every part of the page is made with.

export const DAY = 86_400_000;

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || 'Patchbay gave no sensible answer. Please try again.');
    this.status = status;
    this.code = body.code;
  }
}

export async function call(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Problem(0, { detail: 'Patchbay does not answer. Check your network and try again.' });
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

/** Says it; what else happens is the page's business. */
let onSignedOut = () => {};

export function whenSignedOut(act) {
  onSignedOut = act;
}

export async function failed(problem) {
  if (problem.status === 401) onSignedOut();
  else say(problem.message, 'bad');
}

export function say(words, tone) {
  const notice = el('p', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, words);
  document.getElementById('notices').replaceChildren(notice);
  notice.scrollIntoView({ block: 'nearest' });
}

// ---- words for times ----

export function clockTime(date) {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

export function day(date) {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

export function daysUntil(date) {
  const midnight = when => new Date(when.getFullYear(), when.getMonth(), when.getDate());
  return Math.round((midnight(date) - midnight(new Date())) / DAY);
}

/** "14:05", or with the day when that is not today. */
export function moment(text) {
  const date = new Date(text);
  const words = daysUntil(date) === 0 ? clockTime(date) : `${day(date)}, ${clockTime(date)}`;
  return el('time', { datetime: text }, words);
}

export function inDays(date) {
  const days = daysUntil(date);
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

export function outsideLink(address, words) {
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words, el('span', { class: 'vh' }, ' (opens a new tab)'));
}
