package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RemindOfConsentTest {

    private static final Duration HALF_A_YEAR = days(182);

    private final ChatStage stage = new ChatStage();
    private final RemindOfConsent remind = new RemindOfConsent(
            stage.world.store.consentEnds(), stage.world.store.chats(), stage.tellChat, stage.world.clock);

    @Test
    void a_person_is_told_three_times_and_each_time_once_however_often_it_is_looked() {
        Present ann = stage.newcomer();
        consented(ann, HALF_A_YEAR);

        List<String> said = new ArrayList<>();
        for (Duration at = Duration.ZERO; at.compareTo(HALF_A_YEAR) < 0; at = at.plus(hours(6))) {
            remind.remind();
            remind.remind();
            said.addAll(stage.said(ann.chat()));
            stage.world.clock.advance(hours(6));
        }

        assertThat(said).hasSize(3);
        assertThat(said.get(0)).contains("days=30");
        assertThat(said.get(1)).contains("days=7");
        assertThat(said.get(2)).contains("days=1,");
    }

    @Test
    void the_first_invitations_of_a_cohort_are_spread_over_six_days() {
        for (int i = 0; i < 300; i++) {
            consented(stage.newcomer(), HALF_A_YEAR);
        }
        stage.world.clock.advance(HALF_A_YEAR.minus(days(30)));

        var toldOn = new TreeMap<Long, Integer>();
        for (long day = 0; day < 8; day++) {
            toldOn.put(day, remind.remind());
            stage.world.clock.advance(days(1));
        }

        assertThat(toldOn.values().stream().mapToInt(told -> told).sum()).isEqualTo(300);
        assertThat(toldOn.values()).allMatch(told -> told < 90);
        assertThat(toldOn.get(7L)).isZero();
    }

    @Test
    void a_muted_chat_is_not_told_and_the_others_of_the_account_are() {
        Present ann = stage.newcomer();
        Present bob = stage.newcomer();
        stage.world
                .store
                .chats()
                .move(bob.chat().user(), bob.who().account(), ann.who().account());
        consented(ann, HALF_A_YEAR);
        stage.accounts.mute(ann.chat().user());
        stage.world.clock.advance(HALF_A_YEAR.minus(days(7)));

        assertThat(remind.remind()).isEqualTo(1);

        stage.accounts.unmute(ann.chat().user());
        assertThat(stage.said(ann.chat())).isEmpty();
        assertThat(stage.said(bob.chat())).hasSize(1);
    }

    @Test
    void after_a_reconnect_everything_is_counted_from_the_new_consent() {
        Present ann = stage.newcomer();
        Connection connection = consented(ann, HALF_A_YEAR);
        stage.world.clock.advance(HALF_A_YEAR.minus(days(7)));
        remind.remind();
        stage.said(ann.chat());
        Instant now = stage.world.clock.instant();
        Clocks clocks = new Clocks(now, now.plus(hours(1)), now, Optional.of(now.plus(HALF_A_YEAR)));
        stage.world
                .store
                .connections()
                .advance(connection.reconnected(
                        connection.app(), connection.who(), connection.scopes(), clocks, connection.tokens()));

        assertThat(remind.remind()).isZero();
        stage.world.clock.advance(HALF_A_YEAR.minus(days(7)));
        assertThat(remind.remind()).isEqualTo(1);
    }

    @Test
    void of_a_short_consent_nobody_hears_before_half_of_it_has_passed() {
        Present ann = stage.newcomer();
        consented(ann, days(7));

        assertThat(remind.remind()).isZero();
        stage.world.clock.advance(days(6));
        remind.remind();

        assertThat(stage.said(ann.chat())).singleElement().asString().contains("days=1,");
    }

    @Test
    void a_reminder_that_was_missed_by_more_than_a_day_is_left_to_the_next() {
        Present ann = stage.newcomer();
        consented(ann, HALF_A_YEAR);
        stage.world.clock.advance(HALF_A_YEAR.minus(days(5)));

        assertThat(remind.remind()).isZero();
    }

    @Test
    void more_than_a_page_of_them_are_told() {
        for (int i = 0; i < 450; i++) {
            consented(stage.newcomer(), HALF_A_YEAR);
        }
        stage.world.clock.advance(HALF_A_YEAR.minus(days(7)));

        assertThat(remind.remind()).isEqualTo(450);
        assertThat(remind.remind()).isZero();
    }

    private Connection consented(Present present, Duration life) {
        Account account =
                stage.world.store.accounts().find(present.who().account()).orElseThrow();
        Connection connection = Fixtures.aConnection()
                .ownedBy(account)
                .at(new ProviderId("spotify"))
                .seenAt(stage.world.clock.instant())
                .livingFor(hours(1))
                .expiringIn(hours(1))
                .withConsentEndingIn(life)
                .build();
        stage.world.store.connections().add(connection);
        return connection;
    }
}
