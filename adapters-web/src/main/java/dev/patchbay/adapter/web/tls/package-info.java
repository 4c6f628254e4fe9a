/** TLS that ends in this process: the certificate that is served, how it is swapped, and what certificate authorities ask for. */
@NullMarked
package dev.patchbay.adapter.web.tls;

import org.jspecify.annotations.NullMarked;
