/** What fault tests drop into plugins: a music platform for each grant class, and a desk that brings people about. */
@NullMarked
package dev.patchbay.faults.platform;

import org.jspecify.annotations.NullMarked;
