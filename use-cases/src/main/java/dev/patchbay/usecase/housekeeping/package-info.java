/** What has to be done now and then without anybody asking. */
@NullMarked
package dev.patchbay.usecase.housekeeping;

import org.jspecify.annotations.NullMarked;
