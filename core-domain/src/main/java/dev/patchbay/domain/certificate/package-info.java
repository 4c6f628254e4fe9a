/** The service's own TLS certificate: its names, when it is renewed, and what may go wrong on the way. */
@NullMarked
package dev.patchbay.domain.certificate;

import org.jspecify.annotations.NullMarked;
