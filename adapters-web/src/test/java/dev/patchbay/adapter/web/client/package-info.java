/** Addresses behind proxies. */
@NullMarked
package dev.patchbay.adapter.web.client;

import org.jspecify.annotations.NullMarked;
