/** All that is kept of a person, for them to take along. */
@NullMarked
package dev.patchbay.adapter.web.export;

import org.jspecify.annotations.NullMarked;
