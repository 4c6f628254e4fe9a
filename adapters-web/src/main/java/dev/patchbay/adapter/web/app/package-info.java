/** A person's own app at a platform: brought, looked at, checked and removed. */
@NullMarked
package dev.patchbay.adapter.web.app;

import org.jspecify.annotations.NullMarked;
