/** Where accounts are kept. */
@NullMarked
package dev.patchbay.port.account;

import org.jspecify.annotations.NullMarked;
