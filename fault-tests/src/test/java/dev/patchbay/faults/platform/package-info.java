/** Music platforms that exist for fault tests only: one for each grant class, dropped into plugins like any other. */
@NullMarked
package dev.patchbay.faults.platform;

import org.jspecify.annotations.NullMarked;
