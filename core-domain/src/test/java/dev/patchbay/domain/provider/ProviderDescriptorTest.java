package dev.patchbay.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderDescriptorTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:00:00Z, 2026-07-15T10:00:00Z",
        "2026-08-31T23:59:59Z, 2027-02-28T23:59:59Z",
        "2027-08-31T00:00:00Z, 2028-02-29T00:00:00Z",
        "2027-08-29T12:00:00Z, 2028-02-29T12:00:00Z",
        "2026-03-31T12:00:00Z, 2026-09-30T12:00:00Z",
        "2026-12-31T12:00:00Z, 2027-06-30T12:00:00Z",
        "2026-10-01T00:30:00Z, 2027-04-01T00:30:00Z"
    })
    void six_months_of_consent_end_within_the_sixth_month_in_utc(Instant consented, Instant ends) {
        assertThat(withConsentOf(Optional.of(Period.ofMonths(6))).consentEnds(consented))
                .contains(ends);
    }

    @Test
    void a_consent_without_a_length_does_not_end_by_itself() {
        assertThat(withConsentOf(Optional.empty()).consentEnds(Instant.EPOCH)).isEmpty();
    }

    @Test
    void what_is_asked_for_by_default_is_what_has_a_reason() {
        var descriptor = withConsentOf(Optional.empty());

        assertThat(descriptor.defaultScopes()).isEqualTo(Scopes.of("a", "b"));
        assertThat(descriptor.can(Capability.REFRESH)).isTrue();
        assertThat(descriptor.can(Capability.REVOKE)).isFalse();
    }

    private static ProviderDescriptor withConsentOf(Optional<Period> length) {
        return new ProviderDescriptor(
                new ProviderId("spotify"),
                "Spotify",
                URI.create("https://console.example"),
                URI.create("https://access.example"),
                List.of(new ScopeReason(new Scope("b"), "for b"), new ScopeReason(new Scope("a"), "for a")),
                Set.of(Capability.REFRESH),
                new GrantClass.NonRotating(),
                Optional.empty(),
                length,
                Duration.ofHours(1),
                List.of());
    }
}
