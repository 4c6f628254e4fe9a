/** Stories of people at the page, each told from their side: what they press, and what they see then. */
@NullMarked
package dev.patchbay.pages;

import org.jspecify.annotations.NullMarked;
