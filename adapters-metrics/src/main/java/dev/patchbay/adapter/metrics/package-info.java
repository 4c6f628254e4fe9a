/** How renewals go and how connections are, in the form that Prometheus reads. */
@NullMarked
package dev.patchbay.adapter.metrics;

import org.jspecify.annotations.NullMarked;
