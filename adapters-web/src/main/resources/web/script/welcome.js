// The page for strangers: what waits for whoever signs in is kept, and said.

import { chatWaits, keepChat } from './chat.js';
import { invitationWaits, keepInvitation } from './seats.js';
import { localTimes } from './times.js';
import { say, tidyAddress } from './tools.js';
import { say as words } from './words.js';

localTimes(document);
tidyAddress();
tell();
addEventListener('hashchange', tell);
// Back from a provider by the browser's own button: what was frozen then is stale.
addEventListener('pageshow', event => event.persisted && location.reload());

function tell() {
  keepInvitation();
  keepChat();
  if (invitationWaits()) say(words('invitation.sign-in'), 'good');
  if (chatWaits()) say(words('chat.sign-in'), 'good');
}
