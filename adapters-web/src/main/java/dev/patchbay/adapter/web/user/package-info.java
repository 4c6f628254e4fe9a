/** A person's own account: profile, ways in, connections, sessions, history. */
@NullMarked
package dev.patchbay.adapter.web.user;

import org.jspecify.annotations.NullMarked;
