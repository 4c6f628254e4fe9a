/** What happens to every request and answer: cross-site checks, CORS, security headers. */
@NullMarked
package dev.patchbay.adapter.web.edge;

import org.jspecify.annotations.NullMarked;
