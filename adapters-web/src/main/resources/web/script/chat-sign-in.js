// Waits for the chat to say the number, so that nobody has to press the button. Without this the page works too.

import { localTimes } from './times.js';
import { Problem, call, failed } from './tools.js';

const PAUSE = 2000;
const form = document.getElementById('look');

/** The form asks in the same way, and shows what came of it. */
async function look() {
  try {
    const { account } = await call('POST', '/auth/chat/session', { state: form.elements.state.value });
    if (account) location.replace(form.elements.returnTo.value);
    else setTimeout(look, PAUSE);
  } catch (problem) {
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) {
      form.hidden = true;
      failed(problem);
    } else {
      setTimeout(look, 2 * PAUSE);
    }
  }
}

localTimes(document);
setTimeout(look, PAUSE);
