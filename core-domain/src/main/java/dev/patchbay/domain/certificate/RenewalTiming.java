package dev.patchbay.domain.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about when to renew a certificate, apart from its dates.
 *
 * @param window as its authority last suggested it; empty when it did not
 * @param draw kept as long as the window stays the same
 * @param askAt when to ask the authority again
 */
public record RenewalTiming(Optional<RenewalWindow> window, Draw draw, Instant askAt) {}
