/** An operator's first aid: looks at everything that a service needs, changes nothing, and says what to do. */
@NullMarked
package dev.patchbay.app.doctor;

import org.jspecify.annotations.NullMarked;
