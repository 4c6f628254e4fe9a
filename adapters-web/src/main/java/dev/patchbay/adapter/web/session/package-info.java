/** Session tokens, the session cookie, and who a request comes from. */
@NullMarked
package dev.patchbay.adapter.web.session;

import org.jspecify.annotations.NullMarked;
