/** What the service needs to keep its own TLS certificate. */
@NullMarked
package dev.patchbay.port.certificate;

import org.jspecify.annotations.NullMarked;
