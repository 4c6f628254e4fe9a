/** What became of each request, for a collector of traces, where one is set. */
@NullMarked
package dev.patchbay.app.tracing;

import org.jspecify.annotations.NullMarked;
