/** Who is at the other end of a request: its address, also behind proxies that the operator named. */
@NullMarked
package dev.patchbay.adapter.web.client;

import org.jspecify.annotations.NullMarked;
