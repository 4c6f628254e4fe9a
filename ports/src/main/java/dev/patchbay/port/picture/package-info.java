/** Pictures of people, fetched for them so that nobody else learns of it. */
@NullMarked
package dev.patchbay.port.picture;

import org.jspecify.annotations.NullMarked;
