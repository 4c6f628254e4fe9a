/** Where sign-in methods are kept. */
@NullMarked
package dev.patchbay.port.signin;

import org.jspecify.annotations.NullMarked;
