// Waits for the chat to say the number, so that nobody has to press the button. Without this the page works too.

import { Problem, call, moment, say } from './tools.js';

const PAUSE = 2000;
const form = document.getElementById('look');
const time = document.querySelector('time');

/** The form asks in the same way, and shows what came of it. */
async function look() {
  try {
    const { account } = await call('POST', '/auth/chat/session', { state: form.elements.state.value });
    if (account) location.replace(form.elements.returnTo.value);
    else setTimeout(look, PAUSE);
  } catch (problem) {
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) {
      form.hidden = true;
      say(problem.message, 'bad');
    } else {
      setTimeout(look, 2 * PAUSE);
    }
  }
}

time.replaceWith(moment(time.dateTime));
setTimeout(look, PAUSE);
