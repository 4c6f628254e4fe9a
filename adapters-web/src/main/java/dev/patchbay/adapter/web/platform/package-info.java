/** Music platforms: connecting, tokens, status and health. */
@NullMarked
package dev.patchbay.adapter.web.platform;

import org.jspecify.annotations.NullMarked;
