/** What can be seen in the files alone: poms, sizes, names, words and format. Needs no compiled module. */
@NullMarked
package dev.patchbay.architecture.source;

import org.jspecify.annotations.NullMarked;
