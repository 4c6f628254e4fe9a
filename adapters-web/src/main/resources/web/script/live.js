// Hears from the API when a connection has changed, and shows the page as it is then.

import { refresh } from './swap.js';
import { failed } from './tools.js';

export function listenForChanges() {
  const seen = () => document.getElementById('live')?.dataset.seen;
  let source;
  const open = () => {
    source = new EventSource('/user/platforms/events');
    source.addEventListener('connections', event => event.lastEventId !== seen() && look());
    source.addEventListener('ended', () => {
      source.close();
      look();
    });
  };
  // A page that nobody looks at listens to nothing.
  const turn = () => {
    source?.close();
    if (document.visibilityState === 'hidden') return;
    open();
  };
  document.addEventListener('visibilitychange', turn);
  addEventListener('pagehide', () => source?.close());
  turn();
}

/** Somebody who is being asked something is not disturbed. */
function look() {
  if (document.querySelector('dialog[open]')) return;
  refresh({ quietly: true }).catch(problem => problem.status !== 0 && failed(problem));
}
