/** A real MariaDB that may be killed, restarted and made read-only, and what its rows say. */
@NullMarked
package dev.patchbay.faults.database;

import org.jspecify.annotations.NullMarked;
