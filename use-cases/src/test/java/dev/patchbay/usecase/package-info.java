/** A small world for the tests of all acts: real store roles and a vault in memory, and scriptable parties outside. */
@NullMarked
package dev.patchbay.usecase;

import org.jspecify.annotations.NullMarked;
