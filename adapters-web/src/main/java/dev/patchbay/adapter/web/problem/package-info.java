/** Failures as RFC 9457 problem details: one place that turns what went wrong into status, code and words. */
@NullMarked
package dev.patchbay.adapter.web.problem;

import org.jspecify.annotations.NullMarked;
