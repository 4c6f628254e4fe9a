/** What operators see of the whole service. */
@NullMarked
package dev.patchbay.adapter.web.operator;

import org.jspecify.annotations.NullMarked;
