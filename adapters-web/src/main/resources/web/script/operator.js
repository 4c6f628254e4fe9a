// Keeps the overview fresh while somebody looks at it.

import { listen } from './acts.js';
import { refresh } from './swap.js';
import { localTimes } from './times.js';
import { failed } from './tools.js';

const EVERY = 30_000;

/** Where wide tables and charts were scrolled to outlives the swap. */
async function look() {
  if (document.visibilityState === 'hidden') return;
  const before = [...document.querySelectorAll('.scroll[id]')].map(box => [box.id, box.scrollLeft]);
  try {
    await refresh({ quietly: true });
    for (const [id, left] of before) document.getElementById(id)?.scrollTo({ left, behavior: 'instant' });
  } catch (problem) {
    if (problem.status !== 0) failed(problem);
  }
}

localTimes(document);
listen();
setInterval(look, EVERY);
document.addEventListener('visibilitychange', look);
