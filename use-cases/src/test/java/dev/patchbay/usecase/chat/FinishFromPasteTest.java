package dev.patchbay.usecase.chat;

import static dev.patchbay.usecase.chat.ChatStage.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.ChatEnding;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishFromPasteTest {

    private static final String STATE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01";

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final Present bob = stage.newcomer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "/login spotify",
                "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=x",
                "https://patchbay.example/callback",
                "https://patchbay.example/callback?code=x",
                "https://patchbay.example/callback?code=x&state=short",
                "https://patchbay.example/callback?state=" + STATE,
                "https://patchbay.example/callback?code=x&code=y&state=" + STATE,
                "https://patchbay.example/callback?code=x&state=" + STATE + "&state=" + STATE,
                "https://user@patchbay.example/callback?code=x&state=" + STATE,
                "https://patchbay.example/callback?code=%zz&state=" + STATE,
                "https://patchbay.example/callback#?code=x&state=" + STATE,
                "look: https://patchbay.example/callback?code=x&state=" + STATE,
                "ftp://patchbay.example/callback?code=x&state=" + STATE,
                "code=x&state=" + STATE
            })
    void what_is_no_such_address_is_none(String text) {
        assertThat(paste(text, ann)).isEmpty();
    }

    @Test
    void the_address_that_a_redirect_failed_at_connects_in_the_chat_that_began() {
        Trip trip = stage.connecting(ann, stage.world.spotify);

        assertThat(outcome(paste("  " + returned(trip) + "\n", ann))).isInstanceOf(Outcome.Connected.class);
        assertThat(stage.world.store.connections().of(ann.who().account())).hasSize(1);
    }

    @Test
    void a_code_under_another_name_is_understood_where_it_is_called_so_and_nowhere_else() {
        Trip there = stage.connecting(ann, stage.world.lastfm);
        String code = stage.world
                .consenting(there, stage.world.lastfm, "ann")
                .code()
                .orElseThrow()
                .value()
                .reveal();
        Trip elsewhere = stage.connecting(ann, stage.world.spotify);

        assertThat(outcome(paste(address(there, "token", code), ann))).isInstanceOf(Outcome.Connected.class);
        assertThat(refusal(paste(address(there, "token", code), ann))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(refusal(paste(address(elsewhere, "token", code), ann))).isEqualTo(Refusal.CODE_MISSING);
    }

    private static String address(Trip trip, String name, String code) {
        return World.redirectUriAt(trip.provider()) + "?state="
                + trip.state().value().reveal() + "&" + name + "=" + code;
    }

    @Test
    void an_address_is_good_once_and_for_ten_minutes() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        String address = returned(trip);
        Trip late = stage.connecting(ann, stage.world.spotify);
        String lateAddress = returned(late);

        paste(address, ann);
        assertThat(refusal(paste(address, ann))).isEqualTo(Refusal.STATE_INVALID);
        stage.world.clock.advance(Attempt.LIFE);
        assertThat(refusal(paste(lateAddress, ann))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(stage.world.spotify.exchanges()).isEqualTo(1);
    }

    @Test
    void another_users_address_is_void_from_then_on_and_it_is_said_whose_it_was() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        String address = returned(trip);

        assertThat(paste(address, bob))
                .contains(new ChatEnding.OfAnother(ann.chat().user(), stage.world.spotify.id()));

        assertThat(refusal(paste(address, ann))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void what_was_begun_on_the_web_does_not_end_in_a_chat() {
        Person somebody = stage.world.somebody();
        Trip trip = stage.world.connecting(somebody, stage.world.spotify, Wish.browser());

        assertThat(refusal(paste(returned(trip), ann))).isEqualTo(Refusal.WRONG_ACCOUNT);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void an_error_in_the_address_is_told() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        String address = World.redirectUriAt(trip.provider()) + "?error=access_denied&state="
                + trip.state().value().reveal();

        assertThat(refusal(paste(address, ann))).isEqualTo(Refusal.ACCESS_DENIED);
    }

    @Test
    void an_address_that_the_provider_was_not_told_to_come_back_to_is_refused() {
        Trip first = stage.connecting(ann, stage.world.spotify);
        Trip second = stage.connecting(ann, stage.world.spotify);
        String elsewhere = returned(first).replace("patchbay.example", "evil.example");
        String otherPath = returned(second).replace("spotify/callback", "soundcloud/callback");

        assertThat(refusal(paste(elsewhere, ann))).isEqualTo(Refusal.WRONG_PROVIDER);
        assertThat(refusal(paste(otherPath, ann))).isEqualTo(Refusal.WRONG_PROVIDER);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void an_issuer_in_the_address_must_be_the_party_that_was_asked() {
        Trip trip = stage.connecting(ann, stage.world.spotify);

        assertThat(refusal(paste(returned(trip) + "&iss=https%3A%2F%2Fevil.example", ann)))
                .isEqualTo(Refusal.ISSUER_MISMATCH);
    }

    @Test
    void an_address_is_read_as_forms_write_it() {
        Trip trip = stage.connecting(ann, stage.world.spotify);

        assertThat(outcome(paste(returned(trip) + "&iss=https%3A%2F%2Fspotify.example&scope=a+b&empty&=", ann)))
                .isInstanceOf(Outcome.Connected.class);
    }

    @Test
    void an_address_that_reached_us_already_is_used_up() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        String address = returned(trip);
        Landing landing = stage.world
                .attempting
                .returning()
                .land(stage.world.consenting(trip, stage.world.spotify, "ann"), List.of(), DEVICE);
        HandoffCode handoff = ((Landing.BackToChat) landing).handoff();

        assertThat(refusal(paste(address, ann))).isEqualTo(Refusal.STATE_INVALID);
        assertThat(stage.world
                        .attempting
                        .redeeming()
                        .fromChat(handoff, ann.chat().user(), DEVICE))
                .isInstanceOfSatisfying(ChatEnding.Ended.class, ended -> assertThat(ended.outcome())
                        .isInstanceOf(Outcome.Connected.class));
    }

    /** Where the browser ended after the person consented. */
    private String returned(Trip trip) {
        String code = stage.world
                .consenting(trip, stage.world.spotify, "ann")
                .code()
                .orElseThrow()
                .value()
                .reveal();
        return World.redirectUriAt(trip.provider()) + "?code=" + code + "&state="
                + trip.state().value().reveal();
    }

    private Optional<ChatEnding> paste(String text, Present by) {
        return stage.world.attempting.pasting().finish(text, by.chat().user(), DEVICE);
    }

    private static Outcome outcome(Optional<ChatEnding> ending) {
        return ((ChatEnding.Ended) ending.orElseThrow()).outcome();
    }

    private static Refusal refusal(Optional<ChatEnding> ending) {
        return ending.orElseThrow() instanceof ChatEnding.NothingThere(var why)
                ? why
                : ((Outcome.Refused) outcome(ending)).refusal();
    }
}
