/** Real faults with real parts: processes that are killed, a MariaDB that goes away, and a ledger that judges afterwards. */
@NullMarked
package dev.patchbay.faults;

import org.jspecify.annotations.NullMarked;
