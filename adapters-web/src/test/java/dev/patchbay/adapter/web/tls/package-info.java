/** TLS that ends in this process, on real ports. */
@NullMarked
package dev.patchbay.adapter.web.tls;

import org.jspecify.annotations.NullMarked;
