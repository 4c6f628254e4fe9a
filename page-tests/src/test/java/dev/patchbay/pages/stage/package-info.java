/** What stories are played on: a demo in a process of its own, a browser, visitors, and what goes wrong behind them. */
@NullMarked
package dev.patchbay.pages.stage;

import org.jspecify.annotations.NullMarked;
