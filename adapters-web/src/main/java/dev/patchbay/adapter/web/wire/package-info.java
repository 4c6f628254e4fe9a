/** What a connection may take: time, bytes, and how many there may be. */
@NullMarked
package dev.patchbay.adapter.web.wire;

import org.jspecify.annotations.NullMarked;
