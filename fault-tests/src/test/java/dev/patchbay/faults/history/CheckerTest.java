package dev.patchbay.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.LedgerFacts.Access;
import dev.patchbay.faults.history.LedgerFacts.Call;
import dev.patchbay.faults.history.LedgerFacts.Ending;
import dev.patchbay.faults.history.LedgerFacts.Shown;
import dev.patchbay.faults.world.Played;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: here each promise is broken on purpose. */
class CheckerTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Link ANN = new Link(Played.REVOKING, "ann");
    private static final String GRANT = "grant-1";

    private final History history = new History();
    private final LedgerFacts ledger = new LedgerFacts();

    @BeforeEach
    void ann_consented_and_was_renewed_twice() {
        history.add(Played.REVOKING, ledger);
        ledger.granted(GRANT, "ann");
        issued("access-1", "refresh-1", 0);
        refreshed("refresh-1", "access-2", "refresh-2", 10);
        refreshed("refresh-2", "access-3", "refresh-3", 20);
    }

    @Test
    void a_good_history_breaks_nothing() {
        asked(1, 2, lent("access-1"));
        asked(10, 12, lent("access-2"));
        asked(11, 12, lent("access-2"));
        asked(20, 22, lent("access-3"));
        asked(30, 31, new Answered.Refused(503, "temporarily_unavailable", "provider_unavailable"));
        asked(30, 50, new Answered.Unknown("reset"));
        end("connected", "", 0, true);

        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void somebody_else_s_token_is_found() {
        ledger.issued(token("bob's"), new Access("bob", "grant-2", at(0), at(3600), Optional.empty()));
        asked(1, 2, lent("bob's"));
        finds(Promise.LENT_TO_ITS_OWNER);
    }

    @Test
    void a_token_that_nobody_issued_is_found() {
        asked(1, 2, lent("made up"));
        finds(Promise.LENT_TO_ITS_OWNER);
    }

    @Test
    void a_token_older_than_one_lent_before_is_found() {
        asked(10, 12, lent("access-2"));
        asked(13, 14, lent("access-1"));
        finds(Promise.NEVER_OLDER_THAN_ACKNOWLEDGED);
    }

    @Test
    void an_older_token_is_fine_while_the_newer_one_is_on_its_way() {
        asked(10, 15, lent("access-2"));
        asked(13, 14, lent("access-1"));
        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void an_expired_token_is_found() {
        asked(3700, 3701, lent("access-1"));
        finds(Promise.NEVER_STALE);
    }

    @Test
    void a_token_lent_after_a_disconnect_is_found_until_somebody_reconnects() {
        history.add(new Asked(ANN, Asked.What.DISCONNECT, "one", at(30), at(31), new Answered.Done()));
        asked(29, 32, lent("access-3"));
        assertThat(Checker.check(history)).isEmpty();
        history.add(new Asked(ANN, Asked.What.RECONNECT, "one", at(50), at(51), new Answered.Done()));
        asked(50, 52, lent("access-3"));
        assertThat(Checker.check(history)).isEmpty();
        asked(32, 33, lent("access-3"));
        finds(Promise.NEVER_STALE);
    }

    @Test
    void two_calls_at_a_time_are_found_where_the_platform_is_strict() {
        ledger.called(new Call(GRANT, at(20).plusMillis(500), Optional.of(at(22)), true));
        finds(Promise.ONE_CALL_AT_A_TIME);
    }

    @Test
    void a_call_that_never_ended_overlaps_with_the_next() {
        ledger.called(new Call(GRANT, at(25), Optional.empty(), false));
        ledger.called(new Call(GRANT, at(99), Optional.of(at(100)), true));
        finds(Promise.ONE_CALL_AT_A_TIME);
    }

    @Test
    void a_refresh_token_shown_after_its_successor_was_stored_is_found() {
        asked(10, 12, lent("access-2"));
        ledger.shown(new Shown(GRANT, "refresh-1", at(13)));
        finds(Promise.NO_SPENT_TOKEN_SHOWN);
    }

    @Test
    void a_refresh_token_shown_again_while_nobody_knows_is_fine() {
        ledger.shown(new Shown(GRANT, "refresh-1", at(13)));
        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void a_connection_that_is_called_well_though_its_grant_has_ended_is_found() {
        ledger.ended(GRANT, new Ending(at(30), "refresh token reused"));
        end("connected", "", 0, true);
        finds(Promise.NO_SILENT_LOSS);
    }

    @Test
    void a_connection_that_is_called_well_and_cannot_be_renewed_is_found() {
        end("connected", "", 0, false);
        finds(Promise.NO_SILENT_LOSS);
    }

    @Test
    void a_living_grant_that_is_called_dead_is_found() {
        end("needs_reconnect", "grant_dead", 30, false);
        finds(Promise.NO_FALSE_ALARM);
    }

    @Test
    void a_consent_withdrawn_by_the_person_is_nobody_s_loss() {
        ledger.ended(GRANT, new Ending(at(30), "withdrawn"));
        end("needs_reconnect", "grant_dead", 40, false);
        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void trouble_that_looks_like_a_refusal_is_found() {
        asked(1, 2, new Answered.Refused(401, "unauthenticated", "null"));
        finds(Promise.TROUBLE_IS_TEMPORARY);
    }

    @Test
    void an_internal_error_is_found() {
        asked(1, 2, new Answered.Refused(500, "internal_error", "null"));
        finds(Promise.TROUBLE_IS_TEMPORARY);
    }

    @Test
    void a_reconnect_that_was_asked_for_in_passing_is_found() {
        asked(1, 2, new Answered.Refused(409, "reauth_required", "grant_dead"));
        end("connected", "", 0, true);
        finds(Promise.TROUBLE_IS_TEMPORARY);
    }

    @Test
    void a_grant_lost_without_anything_having_been_cut_off_is_found() {
        lost("rotation_outcome_unknown", 60);
        finds(Promise.NO_AVOIDABLE_LOSS);
    }

    @Test
    void a_grant_lost_in_a_kill_between_answer_and_commit_is_excused() {
        history.add(new Interruption("one", at(20).plusMillis(900)));
        lost("rotation_outcome_unknown", 60);
        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void a_grant_lost_with_an_answer_that_never_came_is_excused() {
        ledger.called(new Call(GRANT, at(25), Optional.of(at(26)), false));
        ledger.issued(token("access-4"), new Access("ann", GRANT, at(25), at(3600), Optional.of("refresh-4")));
        lost("rotation_outcome_unknown", 60);
        assertThat(Checker.check(history)).isEmpty();
    }

    @Test
    void a_kill_long_after_the_answer_is_no_excuse() {
        history.add(new Interruption("one", at(40)));
        lost("rotation_outcome_unknown", 60);
        finds(Promise.NO_AVOIDABLE_LOSS);
    }

    @Test
    void a_grant_whose_newest_token_was_lent_and_so_had_been_stored_has_no_excuse() {
        history.add(new Interruption("one", at(20).plusMillis(900)));
        asked(20, 21, lent("access-3"));
        lost("rotation_outcome_unknown", 60);
        finds(Promise.NO_AVOIDABLE_LOSS);
    }

    @Test
    void a_loss_where_old_tokens_stay_good_has_no_excuse() {
        Link bob = new Link(Played.OVERLAPPING, "bob");
        LedgerFacts other = new LedgerFacts();
        history.add(Played.OVERLAPPING, other);
        other.granted("grant-9", "bob");
        other.issued(token("b"), new Access("bob", "grant-9", at(20), at(3600), Optional.of("r")));
        other.ended("grant-9", new Ending(at(30), "gone"));
        history.add(new Interruption("one", at(20)));
        history.add(new EndState(bob, "needs_reconnect", "rotation_outcome_unknown", Optional.of(at(40)), false));
        finds(Promise.NO_AVOIDABLE_LOSS);
    }

    @Test
    void a_loss_told_with_another_cause_is_found() {
        history.add(new Interruption("one", at(21)));
        lost("grant_dead", 60);
        finds(Promise.LOSS_IS_TOLD);
    }

    @Test
    void a_loss_told_after_more_than_two_minutes_is_found() {
        history.add(new Interruption("one", at(21)));
        lost("rotation_outcome_unknown", 142);
        finds(Promise.LOSS_IS_TOLD);
    }

    private void lost(String cause, int since) {
        ledger.ended(GRANT, new Ending(at(since), "refresh token reused"));
        end("needs_reconnect", cause, since, false);
    }

    private void finds(Promise promise) {
        assertThat(Checker.check(history)).extracting(Violation::promise).containsOnly(promise);
    }

    private void issued(String access, String refresh, int second) {
        ledger.issued(token(access), new Access("ann", GRANT, at(second), at(second + 3600), Optional.of(refresh)));
    }

    private void refreshed(String shown, String access, String refresh, int second) {
        ledger.shown(new Shown(GRANT, shown, at(second)));
        ledger.called(new Call(GRANT, at(second), Optional.of(at(second + 1)), true));
        issued(access, refresh, second);
    }

    private void asked(int began, int ended, Answered answered) {
        history.add(new Asked(ANN, Asked.What.TOKEN, "one", at(began), at(ended), answered));
    }

    private void end(String state, String cause, int since, boolean renewable) {
        history.add(new EndState(ANN, state, cause, Optional.of(at(since)), renewable));
    }

    private static Answered lent(String access) {
        return new Answered.Lent(token(access));
    }

    private static Fingerprint token(String access) {
        return Fingerprint.of(access);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
