/** The service keeps its own TLS certificate: looks after it, orders the next one, and hands it to whoever serves it. */
@NullMarked
package dev.patchbay.usecase.certificate;

import org.jspecify.annotations.NullMarked;
