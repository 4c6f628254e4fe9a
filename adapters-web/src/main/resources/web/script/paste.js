// A redirect that did not arrive: the way back from a platform leads to an address that this browser cannot open. Its query is what
// matters, and our own callback takes it: with all the checks that it has for any browser that comes back by itself.

import { acts } from './acts.js';
import { say } from './tools.js';
import { say as words } from './words.js';

const CONNECT = /\/platforms\/([a-z0-9_-]+)\/connect$/;
const CALLBACK = /\/platforms\/([a-z0-9_-]+)\/callback$/;
const WENT_TO = 'went-to';

/** Behind a redirect URI of another shape, the platform is the one that was gone to last in this tab. */
document.addEventListener('submit', event => {
  const platform = CONNECT.exec(event.target.action)?.[1];
  if (platform) sessionStorage.setItem(WENT_TO, platform);
});

acts.paste = form => {
  const text = form.elements.address.value.trim();
  const address = URL.canParse(text) ? new URL(text) : null;
  const platform = address && (CALLBACK.exec(address.pathname)?.[1] ?? sessionStorage.getItem(WENT_TO));
  if (!platform || !address.searchParams.has('state')) {
    say(words('paste.wrong'), 'bad');
    return;
  }
  location.assign(`/platforms/${platform}/callback${address.search}`);
};
