package dev.patchbay.port.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.port.provider.Identification.AppRefused;
import dev.patchbay.port.provider.Identification.CodeRefused;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.Identification.Unavailable;
import dev.patchbay.port.provider.Identification.Untrusted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link IdentityProvider} promises, played against a stage. */
public abstract class IdentityProviderContract implements Proving {
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** The stage of the present test; closed by the contract. */
    protected IdentityStage stage;

    /** The provider under test. */
    protected IdentityProvider provider;

    /** A fresh stage whose provider waits no longer than this for any answer. */
    protected abstract IdentityStage open(Duration patience);

    @Override
    public String provider() {
        return provider.id().value();
    }

    @BeforeEach
    void openStage() {
        use(open(Duration.ofSeconds(20)));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private void use(IdentityStage opened) {
        stage = opened;
        provider = opened.provider();
    }

    private static Visit visit() {
        return Visit.askingFor(Scopes.NONE);
    }

    private URI consent(Visit visit) {
        return stage.approve(Visit.url(provider.authorize(stage.app(), visit.intent())));
    }

    private CodeExchange consented() {
        Visit visit = visit();
        return visit.after(consent(visit));
    }

    /** Signs the stage's person in. */
    protected final Identification signIn() {
        return provider.identify(stage.app(), consented());
    }

    private static ExternalIdentity identity(Identification identification) {
        assertThat(identification).isInstanceOf(Identified.class);
        return ((Identified) identification).identity();
    }

    /** Without ID tokens it is the profile that says who somebody is; with them it only adds what is shown. */
    private void assumeTheProfileDecides() {
        assumeTrue(stage.forgeries().isEmpty(), "this party proves people by ID tokens");
    }

    private void assumeIdTokens() {
        assumeTrue(!stage.forgeries().isEmpty(), "this party has no ID tokens");
    }

    @Proves(Promise.FLOW)
    @Test
    void an_authorization_request_carries_state_and_challenge_and_the_exact_redirect_uri() {
        Visit visit = visit();

        URI url = Visit.url(provider.authorize(stage.app(), visit.intent()));

        Requests.assertSound(url, stage.app(), visit.intent());
    }

    @Proves(Promise.FLOW)
    @Test
    void an_openid_request_carries_nonce_and_openid_scope() {
        assumeIdTokens();
        Visit visit = visit();

        URI url = Visit.url(provider.authorize(stage.app(), visit.intent()));

        assertThat(Visit.parameter(url, "nonce"))
                .contains(visit.intent().nonce().reveal());
        assertThat(Scopes.parse(Visit.parameter(url, "scope").orElseThrow()).names())
                .contains("openid");
    }

    @Proves(Promise.IDENTITY)
    @Test
    void a_consent_ends_in_an_identity_that_stays_the_same() {
        ExternalIdentity first = identity(signIn());

        assertThat(first.provider()).isEqualTo(provider.id());
        assertThat(first.issuer()).isEqualTo(stage.issuer());
        assertThat(first.name()).isPresent();
        assertThat(identity(signIn())).isEqualTo(first);
    }

    @Proves(Promise.FLOW)
    @Test
    void a_return_is_vouched_for_by_its_own_party_only() {
        URI redirect = consent(visit());
        URI cancelled = stage.cancel(Visit.url(provider.authorize(stage.app(), visit().intent())));

        assertThat(provider.vouchesFor(Visit.parameter(redirect, "iss"))).isTrue();
        assertThat(provider.vouchesFor(Visit.parameter(cancelled, "iss")))
                .as("an error redirect is checked alike")
                .isTrue();
        assertThat(provider.vouchesFor(Optional.of("https://elsewhere.example")))
                .isFalse();
        assertThat(provider.vouchesFor(Optional.of(stage.issuer() + "/"))).isFalse();
        assertThat(provider.vouchesFor(Optional.of(""))).isFalse();
        assertThat(provider.vouchesFor(Optional.empty())).isEqualTo(!stage.promisesIss());
    }

    @Proves(Promise.FLOW)
    @Test
    void a_spent_code_is_refused_and_not_retried() {
        CodeExchange once = consented();
        identity(provider.identify(stage.app(), once));

        assertThat(provider.identify(stage.app(), once)).isEqualTo(new CodeRefused());
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(2);
    }

    @Proves(Promise.FLOW)
    @Test
    void a_code_of_another_flow_is_refused() {
        CodeExchange mine = consented();
        CodeExchange mixed = new CodeExchange(mine.code(), visit().intent().verifier(), mine.nonceFingerprint());

        assertThat(provider.identify(stage.app(), mixed)).isEqualTo(new CodeRefused());
    }

    @Proves(Promise.IDENTITY)
    @Test
    void an_id_token_of_another_flow_proves_nothing() {
        assumeIdTokens();
        CodeExchange mine = consented();
        CodeExchange mixed = new CodeExchange(
                mine.code(), mine.verifier(), visit().intent().nonce().fingerprint());

        assertThat(provider.identify(stage.app(), mixed)).isEqualTo(new Untrusted("nonce"));
    }

    @Proves(Promise.IDENTITY)
    @ParameterizedTest
    @EnumSource
    void a_forged_id_token_proves_nothing(Forgery forgery) {
        assumeTrue(stage.forgeries().contains(forgery), "makes no sense here");
        CodeExchange exchange = consented();
        stage.forge(forgery);

        assertThat(provider.identify(stage.app(), exchange)).isInstanceOf(Untrusted.class);
        identity(signIn());
    }

    @Proves(Promise.IDENTITY)
    @Test
    void keys_that_changed_just_now_are_found() {
        assumeIdTokens();
        ExternalIdentity before = identity(signIn());
        stage.rotateKeys();

        assertThat(identity(signIn())).isEqualTo(before);
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void keys_that_cannot_be_had_are_an_outage_and_no_forgery() {
        assumeIdTokens();
        CodeExchange exchange = consented();
        stage.next(StageCall.KEYS, StageFault.SERVER_ERROR);

        assertThat(provider.identify(stage.app(), exchange)).isInstanceOf(Unavailable.class);
    }

    @Proves(Promise.IDENTITY)
    @Test
    void metadata_of_another_issuer_is_not_used() {
        assumeIdTokens();
        stage.next(StageCall.DISCOVERY, StageFault.OTHER_ISSUER);

        assertThat(provider.authorize(stage.app(), visit().intent()))
                .isInstanceOf(AuthorizationStart.Unavailable.class);
    }

    @Proves(Promise.ERROR_CLASSES)
    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HTML_FOR_JSON", "OVERSIZE", "BODY_CUT", "ANSWER_DROPPED", "FIELDS_RENAMED"})
    void an_exchange_without_a_usable_answer_is_an_outage_and_made_once(StageFault fault) {
        identity(signIn());
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, fault);

        assertThat(provider.identify(stage.app(), exchange)).isInstanceOf(Unavailable.class);
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(2);
    }

    /** Without ANSWER_DROPPED: who asks only to read may ask again when the connection is gone. */
    @Proves(Promise.ERROR_CLASSES)
    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HTML_FOR_JSON", "OVERSIZE", "BODY_CUT", "FIELDS_RENAMED"})
    void where_the_profile_decides_none_that_is_usable_is_an_outage(StageFault fault) {
        assumeTheProfileDecides();
        CodeExchange exchange = consented();
        stage.next(StageCall.PROFILE, fault);

        assertThat(provider.identify(stage.app(), exchange)).isInstanceOf(Unavailable.class);
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(1);
        identity(signIn());
    }

    @Proves(Promise.LIMITS)
    @Test
    void where_the_profile_decides_its_pause_says_how_long() {
        assumeTheProfileDecides();
        stage.next(StageCall.PROFILE, StageFault.THROTTLED_FOR_A_DAY);

        assertThat(signIn()).isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.retryAfter())
                .contains(Duration.ofDays(1)));
    }

    @Proves(Promise.LIMITS)
    @Test
    void a_pause_says_how_long() {
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, StageFault.UNAVAILABLE_FOR_7_SECONDS);
        stage.next(StageCall.EXCHANGE, StageFault.THROTTLED_FOR_A_DAY);

        assertThat(provider.identify(stage.app(), exchange))
                .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.retryAfter())
                        .contains(Duration.ofSeconds(7)));
        assertThat(provider.identify(stage.app(), exchange))
                .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.retryAfter())
                        .contains(Duration.ofDays(1)));
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void a_refused_app_is_told_from_a_refused_code() {
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, StageFault.APP_REFUSED);

        assertThat(provider.identify(stage.app(), exchange)).isEqualTo(new AppRefused(Cause.APP_REJECTED));
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void silence_ends_within_the_deadline() {
        stage.close();
        use(open(SHORT));
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, StageFault.SILENCE);
        Instant before = Instant.now();

        assertThat(provider.identify(stage.app(), exchange)).isInstanceOf(Unavailable.class);
        assertThat(Duration.between(before, Instant.now()))
                .isBetween(SHORT.minusMillis(200), SHORT.plus(Duration.ofSeconds(5)));
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void no_secret_is_in_any_text() {
        List<Object> said = new ArrayList<>();
        Visit visit = visit();
        CodeExchange exchange = visit.after(consent(visit));
        said.addAll(List.of(visit.intent(), exchange, stage.app(), provider));
        said.add(provider.identify(stage.app(), exchange));
        said.add(provider.identify(stage.app(), exchange));
        for (StageFault fault : List.of(
                StageFault.BODY_CUT,
                StageFault.FIELDS_RENAMED,
                StageFault.OVERSIZE,
                StageFault.ANSWER_DROPPED,
                StageFault.APP_REFUSED)) {
            stage.next(StageCall.EXCHANGE, fault);
            said.add(signIn());
        }
        for (Forgery forgery : stage.forgeries()) {
            stage.forge(forgery);
            said.add(signIn());
        }

        Requests.assertWithoutSecrets(said + stage.log(), stage, visit);
    }
}
