/** Which class fills which role, one factory for each concept. */
@NullMarked
package dev.patchbay.app.wiring;

import org.jspecify.annotations.NullMarked;
