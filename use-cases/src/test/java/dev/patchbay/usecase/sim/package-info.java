/**
 * The use cases in a simulated world: processes that die and pause, a store that fails, a provider with a ledger, virtual
 * time. A seed decides everything, so whatever goes wrong happens again.
 */
@NullMarked
package dev.patchbay.usecase.sim;

import org.jspecify.annotations.NullMarked;
