/** YouTube's Data API: the part that says whose channel it is. Its tokens are Google's. */
@NullMarked
package dev.patchbay.sandbox.youtube;

import org.jspecify.annotations.NullMarked;
