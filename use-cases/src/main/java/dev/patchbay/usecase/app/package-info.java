/** What people do with apps of their own: bring, change, check and remove them, and see how they fare. */
@NullMarked
package dev.patchbay.usecase.app;

import org.jspecify.annotations.NullMarked;
