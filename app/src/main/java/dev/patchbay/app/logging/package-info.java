/** What a log line may look like, whoever wrote it. */
@NullMarked
package dev.patchbay.app.logging;

import org.jspecify.annotations.NullMarked;
