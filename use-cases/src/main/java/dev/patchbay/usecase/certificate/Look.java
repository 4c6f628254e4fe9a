package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.OrderFailure;
import java.time.Instant;
import java.util.Optional;

/** What came of looking after the certificate once. */
public sealed interface Look {
    /** There is a good one. @param renewAt when it will be due, as far as is known now */
    record Fine(long version, Instant renewAt) implements Look {}

    /** Another one is needed, and it is not yet time to try again. @param lastFailure why the last try brought none */
    record Waiting(Instant until, Optional<OrderFailure.Note> lastFailure) implements Look {}

    /** Another one is needed, and another process sees to it. */
    record Elsewhere() implements Look {}

    /** There is a new one, in the place of the one before. */
    record Renewed(long version, Instant notAfter) implements Look {}

    /** The try brought none; the one that is there stays. @param nextAt when the next try may be made */
    record Failed(OrderFailure failure, Instant nextAt) implements Look {}
}
