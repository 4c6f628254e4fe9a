package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.port.certificate.CertificateAuthority.Advice;
import dev.patchbay.port.certificate.CertificateAuthority.Order;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import dev.patchbay.port.certificate.CertificateFixtures;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubbedDirectoryTest {
    private static final CertificateNames NAMES = CertificateFixtures.NAMES;

    private final StubbedDirectory stub = new StubbedDirectory();
    private final CertificateChain before =
            CertificateFixtures.aKeyAndChain(Instant.now()).chain();

    @AfterEach
    void the_stub_goes() {
        stub.close();
    }

    @Test
    void a_profile_is_asked_for_where_it_is_offered() {
        stub.withProfiles("classic", "tlsserver");
        order(Optional.of("tlsserver"), NAMES, Optional.empty());
        order(Optional.of("nonesuch"), NAMES, Optional.empty());
        order(Optional.empty(), NAMES, Optional.empty());

        assertThat(stub.orders().getFirst()).contains("\"profile\":\"tlsserver\"");
        assertThat(stub.orders().subList(1, 3)).hasSize(2).allSatisfy(order -> assertThat(order)
                .doesNotContain("profile"));
    }

    @Test
    void an_address_is_ordered_with_the_profile_that_addresses_need() {
        stub.withProfiles("classic", "shortlived");
        order(Optional.empty(), CertificateNames.of("192.0.2.7"), Optional.empty());
        order(Optional.empty(), NAMES, Optional.empty());

        assertThat(stub.orders().getFirst())
                .contains("\"profile\":\"shortlived\"")
                .contains("\"ip\"");
        assertThat(stub.orders().getLast()).doesNotContain("profile");
    }

    @Test
    void where_there_are_no_profiles_none_is_asked_for() {
        order(Optional.of("tlsserver"), NAMES, Optional.empty());

        assertThat(stub.orders()).hasSize(1).allSatisfy(order -> assertThat(order)
                .doesNotContain("profile"));
    }

    @Test
    void what_is_replaced_is_said_where_renewals_are_known() {
        order(Optional.empty(), NAMES, Optional.of(before));
        stub.withRenewalInformation();
        order(Optional.empty(), NAMES, Optional.of(before));

        assertThat(stub.orders().getFirst()).doesNotContain("replaces");
        assertThat(stub.orders().getLast()).containsPattern("\"replaces\":\"[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\"");
    }

    @Test
    void a_refusal_of_what_is_replaced_is_told_apart() {
        stub.withRenewalInformation().answering("/order", 409, "alreadyReplaced", "it has been replaced", Map.of());

        assertThat(order(Optional.empty(), NAMES, Optional.of(before))).isInstanceOf(Ordering.ReplacesRefused.class);
        assertThat(order(Optional.empty(), NAMES, Optional.empty())).isInstanceOf(Ordering.Failed.class);
    }

    @Test
    void a_window_is_read_with_the_time_to_ask_again() {
        stub.withRenewalInformation()
                .answeringText("/renewal", 200, "application/json", """
                    {"suggestedWindow": {"start": "2026-12-01T10:00:00Z", "end": "2026-12-02T10:00:00Z"},
                     "explanationURL": "https://ca.example/why"}
                    """, Map.of("Retry-After", "21600"));
        Instant asked = Instant.now();

        assertThat(authority(Optional.empty()).advice(before))
                .isInstanceOfSatisfying(Advice.Suggested.class, suggested -> {
                    assertThat(suggested.window())
                            .isEqualTo(new RenewalWindow(
                                    Instant.parse("2026-12-01T10:00:00Z"), Instant.parse("2026-12-02T10:00:00Z")));
                    assertThat(suggested.explanation()).contains("https://ca.example/why");
                    assertThat(suggested.askAgainAt().orElseThrow())
                            .isAfter(asked.plus(Duration.ofHours(5)))
                            .isBefore(asked.plus(Duration.ofHours(7)));
                });
        assertThat(stub.asked())
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    @Test
    void advice_that_makes_no_sense_is_none() {
        stub.withRenewalInformation()
                .answeringText(
                        "/renewal",
                        200,
                        "application/json",
                        "{\"suggestedWindow\": {\"start\": \"2026-12-02T10:00:00Z\", \"end\":"
                                + " \"2026-12-01T10:00:00Z\"}}",
                        Map.of());
        assertThat(authority(Optional.empty()).advice(before)).isInstanceOf(Advice.Unavailable.class);
        stub.answeringText("/renewal", 502, "text/html", "<html>", Map.of());
        assertThat(authority(Optional.empty()).advice(before)).isInstanceOf(Advice.Unavailable.class);
        stub.answeringText("/renewal", 200, "application/json", "{}", Map.of());
        assertThat(authority(Optional.empty()).advice(before)).isInstanceOf(Advice.Unavailable.class);
    }

    @Test
    void a_rate_limit_is_told_with_its_end() {
        stub.answering("/order", 429, "rateLimited", "too many", Map.of("Retry-After", "3600"));

        assertThat(failure())
                .isInstanceOfSatisfying(OrderFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValueSatisfying(StubbedDirectoryTest::assertInAnHour));
    }

    @Test
    void an_outage_is_told_with_its_end_whatever_it_is_written_in() {
        stub.answeringText("/order", 503, "text/html", "<html>busy", Map.of("Retry-After", "3600"));
        assertThat(failure()).isInstanceOfSatisfying(OrderFailure.Unavailable.class, away -> {
            assertThat(away.until()).hasValueSatisfying(StubbedDirectoryTest::assertInAnHour);
            assertThat(away.detail()).contains("503").contains("127.0.0.1");
        });
        stub.answering("/order", 503, "serverInternal", "busy", Map.of("Retry-After", "3600"));
        assertThat(failure()).isInstanceOfSatisfying(OrderFailure.Unavailable.class, away -> assertThat(away.until())
                .hasValueSatisfying(StubbedDirectoryTest::assertInAnHour));
        stub.answering("/order", 500, "serverInternal", "busy", Map.of());
        assertThat(failure())
                .as("what another answer said is not remembered")
                .isInstanceOfSatisfying(OrderFailure.Unavailable.class, away -> assertThat(away.until())
                        .isEmpty());
        stub.answering("/order", 503, "serverInternal", "busy", Map.of("Retry-After", "soon"));
        assertThat(failure()).isInstanceOf(OrderFailure.Unavailable.class);
    }

    @Test
    void each_error_has_its_class() {
        Map<String, Class<? extends OrderFailure>> classes = Map.of(
                "rejectedIdentifier", OrderFailure.NameRefused.class,
                "caa", OrderFailure.NameRefused.class,
                "userActionRequired", OrderFailure.NeedsHuman.class,
                "unauthorized", OrderFailure.NeedsHuman.class,
                "externalAccountRequired", OrderFailure.NeedsHuman.class,
                "invalidContact", OrderFailure.NeedsHuman.class,
                "malformed", OrderFailure.Defect.class,
                "accountDoesNotExist", OrderFailure.Defect.class);
        classes.forEach((type, expected) -> {
            stub.answering("/order", 403, type, "said so", Map.of());
            assertThat(failure())
                    .as(type)
                    .isInstanceOf(expected)
                    .extracting(OrderFailure::detail)
                    .asString()
                    .contains("said so");
        });
    }

    @Test
    void garbage_is_an_outage_and_no_defect() {
        stub.answeringText("/order", 201, "text/html", "<html>", Map.of());
        assertThat(failure()).isInstanceOf(OrderFailure.Unavailable.class);
    }

    private static void assertInAnHour(Instant until) {
        assertThat(until)
                .isAfter(Instant.now().plus(Duration.ofMinutes(50)))
                .isBefore(Instant.now().plus(Duration.ofMinutes(70)));
    }

    private OrderFailure failure() {
        Ordering ordering = order(Optional.empty(), NAMES, Optional.empty());
        assertThat(ordering).isInstanceOf(Ordering.Failed.class);
        return ((Ordering.Failed) ordering).failure();
    }

    private Ordering order(Optional<String> profile, CertificateNames names, Optional<CertificateChain> replaces) {
        return authority(profile).order(new Order(names, replaces), new NoBoard());
    }

    private AcmeAuthority authority(Optional<String> profile) {
        URI url = stub.url();
        var directory = new AcmeDirectory(url, Optional.empty(), profile);
        var settings = new AcmeSettings(List.of(directory), Optional.empty(), Optional.empty(), List.of(), true);
        return new AcmeAuthority(directory, settings, new KeptInMemory(), Clock.systemUTC());
    }
}
