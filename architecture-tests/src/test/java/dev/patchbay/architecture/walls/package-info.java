/** The walls between packages, read from each module's compiled classes: every rule with its advice and its offender. */
@NullMarked
package dev.patchbay.architecture.walls;

import org.jspecify.annotations.NullMarked;
