package dev.patchbay.usecase.attempt;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anIdentityAt;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.GITHUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the checks: the attempt is used up, then the party, then the proof, then the answer; then the exchange. */
class ReturnFromProviderTest {

    private static final Secret STRAY_COOKIE = Secret.of("a cookie of another flow");

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void who_comes_back_in_the_browser_that_began_it_is_signed_in() {
        Trip trip = signingIn();

        Landing landing = land(world.consenting(trip, world.google, anIdentity()), trip.cookies());

        assertThat(outcomeOf(landing)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(landing.returnTo().address()).isEqualTo(URI.create("https://patchbay.example/"));
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void a_state_is_good_once_whatever_became_of_it() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        land(answer, trip.cookies());

        assertThat(refusalOf(land(answer, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void of_many_who_bring_one_state_at_once_one_gets_through() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());

        List<Outcome> outcomes = Race.of(() -> outcomeOf(land(answer, trip.cookies())));

        assertThat(outcomes.stream().filter(Outcome.SignedIn.class::isInstance)).hasSize(1);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01", "' or 1=1 --", "\u0000"})
    void a_state_that_was_not_made_here_is_refused(String state) {
        Trip trip = signingIn();
        String code = world.google.consent(trip.state(), anIdentity());
        var answer = new Answer(
                GOOGLE,
                true,
                State.parse(state),
                AuthorizationCode.parse(code),
                Optional.empty(),
                Optional.of(world.google.issuer()));

        Landing landing = land(answer, trip.cookies());

        assertThat(refusalOf(landing)).isEqualTo(Refusal.STATE_INVALID);
        assertThat(landing.returnTo()).isEqualTo(world.frontend.homeward());
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void an_answer_without_a_state_is_refused_and_uses_nothing_up() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        var stateless = new Answer(GOOGLE, true, Optional.empty(), answer.code(), Optional.empty(), answer.iss());

        assertThat(refusalOf(land(stateless, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(outcomeOf(land(answer, trip.cookies()))).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void an_attempt_is_over_after_exactly_ten_minutes() {
        Trip inTime = signingIn();
        Trip late = signingIn();
        Answer first = world.consenting(inTime, world.google, anIdentity());
        Answer second = world.consenting(late, world.google, anIdentity());

        world.clock.advance(Attempt.LIFE.minusNanos(1000));
        assertThat(outcomeOf(land(first, inTime.cookies()))).isInstanceOf(Outcome.SignedIn.class);
        world.clock.advance(Duration.ofNanos(1000));
        assertThat(refusalOf(land(second, late.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges()).isEqualTo(1);
    }

    @Test
    void without_the_cookie_of_this_flow_nothing_is_exchanged_and_the_attempt_is_used_up() {
        Trip trip = signingIn();
        Trip other = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());

        assertThat(refusalOf(land(answer, other.cookies()))).isEqualTo(Refusal.WRONG_BROWSER);
        assertThat(refusalOf(land(answer, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void no_cookie_at_all_is_no_proof_for_any_purpose() {
        Trip signIn = signingIn();
        Trip link = world.linking(ann, world.github, Wish.browser());
        Trip connect = connecting();

        assertThat(refusalOf(land(world.consenting(signIn, world.google, anIdentity()), List.of())))
                .isEqualTo(Refusal.WRONG_BROWSER);
        assertThat(refusalOf(land(world.consenting(link, world.github, anIdentityAt(GITHUB)), List.of())))
                .isEqualTo(Refusal.WRONG_BROWSER);
        assertThat(refusalOf(land(world.consenting(connect, world.spotify, "ann"), List.of())))
                .isEqualTo(Refusal.WRONG_BROWSER);
        assertThat(world.google.exchanges() + world.github.exchanges() + world.spotify.exchanges())
                .isZero();
    }

    @Test
    void flows_side_by_side_do_not_disturb_one_another() {
        Trip one = signingIn();
        Trip two = world.signingIn(world.github, Wish.browser());
        Trip three = connecting();
        List<Secret> jar = new ArrayList<>(List.of(STRAY_COOKIE));
        Stream.of(one, two, three).forEach(trip -> jar.addAll(trip.cookies()));

        assertThat(outcomeOf(land(world.consenting(three, world.spotify, "ann"), jar)))
                .isInstanceOf(Outcome.Connected.class);
        assertThat(outcomeOf(land(world.consenting(one, world.google, anIdentity()), jar)))
                .isInstanceOf(Outcome.SignedIn.class);
        assertThat(outcomeOf(land(world.consenting(two, world.github, anIdentityAt(GITHUB)), jar)))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @ParameterizedTest
    @CsvSource({"github, true", "spotify, true", "google, false", "spotify, false", "nowhere, true"})
    void an_answer_on_another_partys_path_is_refused_and_used_up(String path, boolean forIdentity) {
        Trip trip = signingIn();
        Answer right = world.consenting(trip, world.google, anIdentity());
        var mixedUp = new Answer(
                new ProviderId(path), forIdentity, right.state(), right.code(), Optional.empty(), right.iss());

        assertThat(refusalOf(land(mixedUp, trip.cookies()))).isEqualTo(Refusal.WRONG_PROVIDER);
        assertThat(refusalOf(land(right, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges() + world.github.exchanges() + world.spotify.exchanges())
                .isZero();
    }

    @Test
    void an_answer_of_another_issuer_or_without_a_promised_one_is_refused_and_used_up() {
        for (Optional<String> iss : List.of(Optional.of("https://evil.example"), Optional.<String>empty())) {
            Trip trip = signingIn();
            Answer right = world.consenting(trip, world.google, anIdentity());
            Answer wrong = trip.answer(right.code(), Optional.empty(), iss);

            assertThat(refusalOf(land(wrong, trip.cookies()))).isEqualTo(Refusal.ISSUER_MISMATCH);
            assertThat(refusalOf(land(right, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
        }
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void an_issuer_is_checked_for_platforms_and_where_none_was_promised_too() {
        Trip platform = connecting();
        Answer answer = world.consenting(platform, world.spotify, "ann");
        assertThat(refusalOf(land(
                        platform.answer(answer.code(), Optional.empty(), Optional.of("https://evil.example")),
                        platform.cookies())))
                .isEqualTo(Refusal.ISSUER_MISMATCH);

        Trip github = world.signingIn(world.github, Wish.browser());
        String code = world.github.consent(github.state(), anIdentityAt(GITHUB));
        assertThat(outcomeOf(land(
                        github.answer(AuthorizationCode.parse(code), Optional.empty(), Optional.empty()),
                        github.cookies())))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void the_party_is_checked_before_the_proof_and_the_proof_before_what_was_answered() {
        Trip first = signingIn();
        var everythingWrong = new Answer(
                GITHUB,
                true,
                state(first),
                Optional.empty(),
                Optional.of("access_denied"),
                Optional.of("https://evil.example"));
        assertThat(refusalOf(land(everythingWrong, List.of()))).isEqualTo(Refusal.WRONG_PROVIDER);

        Trip second = signingIn();
        Answer wrongIssuer =
                second.answer(Optional.empty(), Optional.of("access_denied"), Optional.of("https://evil.example"));
        assertThat(refusalOf(land(wrongIssuer, List.of()))).isEqualTo(Refusal.ISSUER_MISMATCH);

        Trip third = signingIn();
        assertThat(refusalOf(land(third.failing("access_denied"), List.of()))).isEqualTo(Refusal.WRONG_BROWSER);

        Trip fourth = signingIn();
        assertThat(refusalOf(land(fourth.failing("access_denied"), fourth.cookies())))
                .isEqualTo(Refusal.ACCESS_DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, ACCESS_DENIED",
        "server_error, PROVIDER_UNAVAILABLE",
        "temporarily_unavailable, PROVIDER_UNAVAILABLE",
        "unauthorized_client, APP_REJECTED",
        "invalid_scope, PROVIDER_ERROR",
        "<script>, PROVIDER_ERROR"
    })
    void an_error_comes_back_in_plain_words_with_the_attempt_used_up(String error, Refusal refusal) {
        Trip trip = signingIn();

        assertThat(refusalOf(land(trip.failing(error), trip.cookies()))).isEqualTo(refusal);
        assertThat(refusal.words()).endsWith(".");
        assertThat(refusalOf(land(world.consenting(trip, world.google, anIdentity()), trip.cookies())))
                .isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void an_error_beside_a_code_is_an_error() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        Answer both = trip.answer(answer.code(), Optional.of("access_denied"), answer.iss());

        assertThat(refusalOf(land(both, trip.cookies()))).isEqualTo(Refusal.ACCESS_DENIED);
        assertThat(world.google.exchanges()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nb", "\u0000", "ä"})
    void what_is_no_code_is_not_brought_to_anybody(String code) {
        Trip trip = signingIn();

        assertThat(refusalOf(land(trip.bringing(code), trip.cookies()))).isEqualTo(Refusal.CODE_MISSING);
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void neither_code_nor_error_is_an_incomplete_answer() {
        Trip trip = signingIn();
        Answer empty = trip.answer(Optional.empty(), Optional.empty(), Optional.of(world.google.issuer()));

        assertThat(refusalOf(land(empty, trip.cookies()))).isEqualTo(Refusal.CODE_MISSING);
        assertThat(refusalOf(land(empty, trip.cookies()))).isEqualTo(Refusal.STATE_INVALID);
    }

    @Test
    void a_sign_in_that_ends_at_another_frontend_is_parked_and_no_session_is_made() {
        Person nobody = world.somebody();
        Trip trip =
                world.signingIn(world.google, new Wish(Optional.of("https://app.example/done"), Wish.Ending.BROWSER));

        Landing landing = land(world.consenting(trip, world.google, anIdentity()), trip.cookies());

        assertThat(landing).isInstanceOf(Landing.HandedOff.class);
        assertThat(landing.returnTo().address()).isEqualTo(URI.create("https://app.example/done"));
        assertThat(world.google.exchanges()).isZero();
        assertThat(world.store.sessions().alive(nobody.account().id(), world.clock.instant()))
                .hasSize(1);
    }

    @Test
    void a_sign_in_for_another_frontend_still_needs_its_cookie_to_be_parked() {
        Trip trip =
                world.signingIn(world.google, new Wish(Optional.of("https://app.example/done"), Wish.Ending.BROWSER));

        assertThat(refusalOf(land(world.consenting(trip, world.google, anIdentity()), List.of())))
                .isEqualTo(Refusal.WRONG_BROWSER);
    }

    @Test
    void a_connect_that_ends_at_another_frontend_carries_no_session_and_ends_there() {
        Trip trip = world.connecting(
                ann, world.spotify, new Wish(Optional.of("https://app.example/done"), Wish.Ending.BROWSER));

        assertThat(outcomeOf(land(world.consenting(trip, world.spotify, "ann"), trip.cookies())))
                .isInstanceOf(Outcome.Connected.class);
    }

    @Test
    void a_frontend_may_post_what_the_redirect_said_with_the_session_that_began_it() {
        Trip trip = connecting();
        Answer answer = world.consenting(trip, world.spotify, "ann");

        assertThat(post(answer, ann)).isInstanceOf(Outcome.Connected.class);
        assertThat(post(answer, ann)).isEqualTo(new Outcome.Refused(Refusal.STATE_INVALID));
        assertThat(world.spotify.exchanges()).isEqualTo(1);
    }

    @Test
    void somebody_elses_session_ends_the_attempt_and_nothing_is_exchanged() {
        Trip trip = connecting();
        Answer answer = world.consenting(trip, world.spotify, "ann");

        assertThat(post(answer, world.somebody())).isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        assertThat(post(answer, ann)).isEqualTo(new Outcome.Refused(Refusal.STATE_INVALID));
        assertThat(world.spotify.exchanges()).isZero();
    }

    @Test
    void a_sign_in_cannot_be_posted_with_a_session() {
        Trip trip = signingIn();

        assertThat(post(world.consenting(trip, world.google, anIdentity()), ann))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void what_is_posted_passes_the_same_checks() {
        Trip mixedUp = connecting();
        Answer right = world.consenting(mixedUp, world.spotify, "ann");
        var wrong = new Answer(SOUNDCLOUD, false, right.state(), right.code(), Optional.empty(), Optional.empty());
        assertThat(post(wrong, world.somebody())).isEqualTo(new Outcome.Refused(Refusal.WRONG_PROVIDER));

        assertThat(post(connecting().failing("access_denied"), ann))
                .isEqualTo(new Outcome.Refused(Refusal.ACCESS_DENIED));
        assertThat(post(connecting().bringing(""), ann)).isEqualTo(new Outcome.Refused(Refusal.CODE_MISSING));
        assertThat(world.spotify.exchanges() + world.soundcloud.exchanges()).isZero();
    }

    @Test
    void a_code_is_exchanged_with_the_app_and_redirect_uri_that_were_shown() {
        Trip trip = connecting();
        Answer answer = world.consenting(trip, world.spotify, "ann");
        ClientApp configured = Fixtures.aSharedApp(SPOTIFY);
        world.apps.put(
                SPOTIFY,
                new ClientApp(
                        Fixtures.anAppOf(SPOTIFY),
                        ClientApp.Kind.SHARED,
                        configured.clientSecret(),
                        configured.redirectUri()));

        assertThat(refusalOf(land(answer, trip.cookies()))).isEqualTo(Refusal.APP_REJECTED);
        assertThat(world.spotify.exchanges()).isZero();
    }

    @Test
    void a_verifier_that_cannot_be_read_ends_the_attempt_before_the_exchange() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        var otherVault = new PlainVault();
        var returning = Attempting.of(
                        world.store.attempts(),
                        world.store.handoffs(),
                        world.clientApps,
                        otherVault,
                        world.providers,
                        world.secrets,
                        world.frontend,
                        world.completeSignIn,
                        world.completeConnection,
                        world.clock)
                .returning();

        assertThat(refusalOf(returning.land(answer, trip.cookies(), DEVICE))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(world.google.exchanges()).isZero();
    }

    @Test
    void a_store_that_is_away_is_never_a_refusal() {
        Trip trip = signingIn();
        Answer answer = world.consenting(trip, world.google, anIdentity());
        world.store.failWith(new StoreUnavailable("away", null));

        assertThatThrownBy(() -> land(answer, trip.cookies())).isInstanceOf(StoreUnavailable.class);

        world.store.heal();
        assertThat(world.google.exchanges()).isZero();
        assertThat(outcomeOf(land(answer, trip.cookies()))).isInstanceOf(Outcome.SignedIn.class);
    }

    private Trip signingIn() {
        return world.signingIn(world.google, Wish.browser());
    }

    private Trip connecting() {
        return world.connecting(ann, world.spotify, Wish.browser());
    }

    private static Optional<State> state(Trip trip) {
        return Optional.of(trip.state());
    }

    private Landing land(Answer answer, List<Secret> cookies) {
        return world.attempting.returning().land(answer, cookies, DEVICE);
    }

    private Outcome post(Answer answer, Person who) {
        return world.attempting.returning().post(answer, who.in(), DEVICE);
    }

    private static Outcome outcomeOf(Landing landing) {
        assertThat(landing).isInstanceOf(Landing.Ended.class);
        return ((Landing.Ended) landing).outcome();
    }

    private static Refusal refusalOf(Landing landing) {
        assertThat(outcomeOf(landing)).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcomeOf(landing)).refusal();
    }
}
