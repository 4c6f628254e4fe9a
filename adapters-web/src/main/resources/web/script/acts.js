// What buttons do: `<button data-act="disconnect">` runs acts.disconnect(button). One listener for all, so that it outlives every swap.

import { refresh } from './swap.js';
import { busy } from './tools.js';

export const acts = {};

/** The same for forms: `<form data-act="save">` runs acts.save(form) when it is sent. */
export function listen() {
  document.addEventListener('click', event => {
    const element = event.target.closest?.('button[data-act]');
    const act = element && acts[element.dataset.act];
    if (act) busy(element, () => act(element));
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    const act = acts[form.dataset.act];
    const pressed = event.submitter ?? form.querySelector('button');
    if (act) {
      event.preventDefault();
      busy(pressed, () => act(form));
    } else if (form.dataset.swap !== undefined && form.method === 'get') {
      event.preventDefault();
      const query = new URLSearchParams(new FormData(form, event.submitter));
      busy(pressed, () => refresh({ address: `${new URL(form.action).pathname}?${query}` }));
    }
  });
}
