/** What clients saw, laid beside what the providers know: finds every promise that was broken. */
@NullMarked
package dev.patchbay.faults.history;

import org.jspecify.annotations.NullMarked;
