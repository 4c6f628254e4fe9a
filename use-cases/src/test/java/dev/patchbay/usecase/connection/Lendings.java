package dev.patchbay.usecase.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.connection.Verdict.State;

/** What tests expect of a lending. */
final class Lendings {

    private Lendings() {}

    static String tokenOf(Lending lending) {
        assertThat(lending).isInstanceOf(Lending.Lent.class);
        return ((Lending.Lent) lending).accessToken().reveal();
    }

    static Verdict verdictOf(Lending lending) {
        assertThat(lending).isInstanceOf(Lending.Withheld.class);
        return ((Lending.Withheld) lending).verdict();
    }

    static void assertWithheld(Lending lending, State state, Cause cause) {
        assertThat(verdictOf(lending).state()).isEqualTo(state);
        assertThat(verdictOf(lending).cause()).contains(cause);
    }
}
