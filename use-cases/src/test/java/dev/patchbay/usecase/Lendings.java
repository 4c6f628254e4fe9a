package dev.patchbay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.refresh.Verdict.State;

/** What tests expect of a lending. */
public final class Lendings {

    private Lendings() {}

    public static String tokenOf(Lending lending) {
        assertThat(lending).isInstanceOf(Lending.Lent.class);
        return ((Lending.Lent) lending).accessToken().reveal();
    }

    public static Verdict verdictOf(Lending lending) {
        assertThat(lending).isInstanceOf(Lending.Withheld.class);
        return ((Lending.Withheld) lending).verdict();
    }

    public static void assertWithheld(Lending lending, State state, Cause cause) {
        assertThat(verdictOf(lending).state()).isEqualTo(state);
        assertThat(verdictOf(lending).cause()).contains(cause);
    }
}
