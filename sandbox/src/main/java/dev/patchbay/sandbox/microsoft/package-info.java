/** Microsoft's identity platform, version 2, with several tenants. */
@NullMarked
package dev.patchbay.sandbox.microsoft;

import org.jspecify.annotations.NullMarked;
