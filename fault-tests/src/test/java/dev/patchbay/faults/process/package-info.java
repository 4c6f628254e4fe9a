/** The service in processes of its own, started from the built layout, and what can be done to a process. */
@NullMarked
package dev.patchbay.faults.process;

import org.jspecify.annotations.NullMarked;
