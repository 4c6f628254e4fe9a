/** What a person's connections become, told as it happens (ADR 28). */
@NullMarked
package dev.patchbay.adapter.web.live;

import org.jspecify.annotations.NullMarked;
