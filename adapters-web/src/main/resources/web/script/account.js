// Who somebody is here.

import { acts, listen } from './acts.js';
import { waysIn } from './methods.js';
import { localTimes } from './times.js';
import { call, failed, present, tidyAddress } from './tools.js';

async function showMethods() {
  const [methods, providers] = await Promise.all(['/user/auth-providers', '/auth/providers'].map(path => call('GET', path)));
  const goTo = async (path, wish) => location.assign((await call('POST', path, { returnTo: location.href, ...wish })).authUrl);
  document.getElementById('methods').replaceChildren(...present(waysIn(methods, providers, goTo, showMethods)));
}

localTimes(document);
tidyAddress();
listen();
showMethods().catch(failed);
