// Hears from the API when a connection has changed, and shows the page as it is then.

import { refresh } from './swap.js';
import { failed } from './tools.js';

const PAUSE = 30_000;

export function listenForChanges() {
  const seen = () => document.getElementById('live')?.dataset.seen;
  let source;
  let later;
  const open = () => {
    source = new EventSource('/user/platforms/events');
    source.addEventListener('connections', event => event.lastEventId !== seen() && look());
    source.addEventListener('ended', () => {
      source.close();
      look();
    });
    // A browser gives up for good on a refusal, such as too many streams; the page then looks by itself, less often.
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || document.visibilityState === 'hidden') return;
      clearTimeout(later);
      later = setTimeout(() => {
        look();
        turn();
      }, PAUSE);
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
