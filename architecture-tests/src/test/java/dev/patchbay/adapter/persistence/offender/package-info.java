/** Stands here to break the rules of the packages around it; never shipped. */
@NullMarked
package dev.patchbay.adapter.persistence.offender;

import org.jspecify.annotations.NullMarked;
