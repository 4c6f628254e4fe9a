/** What is on each screen, by role and name as a screen reader says it: a class for each, and names nowhere else. */
@NullMarked
package dev.patchbay.pages.screen;

import org.jspecify.annotations.NullMarked;
