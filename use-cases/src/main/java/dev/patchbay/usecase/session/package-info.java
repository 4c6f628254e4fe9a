/** Being signed in, seeing where, and ending it. */
@NullMarked
package dev.patchbay.usecase.session;

import org.jspecify.annotations.NullMarked;
