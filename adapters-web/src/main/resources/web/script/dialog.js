// Questions and reports in front of the page. The browser keeps the focus inside, Escape closes, and the focus goes back afterwards.

import { el, present } from './tools.js';
import { say as words } from './words.js';

/**
 * Opens one. @param buttons besides the one that closes it, which says `no`
 * @param focusTitle whether the title is read first: for reports, and for questions that are not simply yes or no
 */
export function openDialog({ id, title, content, buttons = [], no = words('dialog.close'), focusTitle = false, onClose }) {
  const heading = el('h2', { id: `${id}-title`, tabindex: '-1' }, title);
  const close = el('button', { type: 'button', autofocus: !focusTitle, onclick: () => dialog.close() }, no);
  const dialog = el('dialog', { id, 'aria-labelledby': `${id}-title` }, heading, el('div', { class: 'said', 'aria-live': 'polite' }), present([content]), el('div', { class: 'row' }, close, present([buttons])));
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose?.(dialog.returnValue);
  });
  document.body.append(dialog);
  dialog.showModal();
  if (focusTitle) heading.focus();
  return dialog;
}
