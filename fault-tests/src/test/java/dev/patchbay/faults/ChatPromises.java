package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.world.Chatter;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.telegram.BotLedger;
import dev.patchbay.sandbox.telegram.BotLedger.Call;
import dev.patchbay.sandbox.telegram.BotLedger.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is promised to people in chats. A thing that was said may be begun twice, and an answer be sent twice, only when a process or the database
 * died between the act and the note of it; what must not happen twice does not happen even then.
 */
final class ChatPromises {
    /** How long a send, or a note of one, may be under way on a busy machine. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(3);

    /** Clocks of service and sandbox are one, and the service reads it a little before or after the database. */
    private static final Duration CLOCKS = Duration.ofMillis(100);

    private record Trouble(Instant from, Instant to) {}

    private final World world;
    private final List<Trouble> troubles = new ArrayList<>();

    ChatPromises(World world) {
        this.world = world;
    }

    /** Something died, and is well again by now. */
    void trouble(Instant died) {
        troubles.add(new Trouble(died.minus(UNDER_WAY), Instant.now().plus(UNDER_WAY)));
    }

    private boolean isInTrouble(Instant at) {
        return troubles.stream().anyMatch(one -> !at.isBefore(one.from()) && !at.isAfter(one.to()));
    }

    /** Demands all of it of people who have said their last word. */
    void demand(Rows rows, List<Chatter> people) {
        Nap.until(
                "all that was said is done, and all answers are sent",
                Duration.ofMinutes(2),
                () -> rows.updatesDone().keySet().containsAll(allUpdates(people))
                        && rows.count("SELECT COUNT(*) FROM chat_outbox") == 0);
        noCodeIsExchangedTwice();
        nothingIsAcknowledgedBeforeItIsDone(rows.updatesDone());
        BotLedger ledger = world.telegram().ledger();
        assertThat(ledger.sends()).as("people who did nothing wrong").noneMatch(send -> send.text()
                .contains("was used already"));
        for (Chatter one : people) {
            everythingIsAnsweredAndOnce(one, ledger.sendsTo(one.chat()));
            List<Instant> renamings = rows.renamings(one.chat());
            assertThat(repeats(renamings, one.names().size()))
                    .as("names that were changed twice in quiet times, by " + one.chat())
                    .isEmpty();
        }
        assertThat(rows.count("SELECT COUNT(*) FROM connection")).isEqualTo(people.size());
        assertThat(rows.count("SELECT COUNT(*) FROM chat")).isEqualTo(people.size());
        assertThat(rows.count("SELECT COUNT(*) FROM account")).isEqualTo(people.size());
    }

    private static List<Long> allUpdates(List<Chatter> people) {
        return people.stream().flatMap(one -> one.updates().stream()).toList();
    }

    private void noCodeIsExchangedTwice() {
        Ledger spotify = world.sandbox(Played.SPOTIFY).ledger();
        assertThat(spotify.tokens())
                .as("codes that were exchanged twice")
                .filteredOn(token -> token.kind() == TokenKind.CODE && spotify.exchangesOf(token.secret()) > 1)
                .isEmpty();
    }

    private void nothingIsAcknowledgedBeforeItIsDone(Map<Long, Instant> done) {
        List<Delivered> posted = world.telegram().ledger().deliveries().stream()
                .filter(one -> one.way() == BotLedger.Way.WEBHOOK)
                .toList();
        assertThat(posted).as("answers to posts").allMatch(one -> List.of(200, 503, 0)
                .contains(one.status()));
        assertThat(posted)
                .as("posts that were acknowledged before they were done")
                .filteredOn(one -> one.status() == 200)
                .filteredOn(one -> !done.containsKey(one.updateId())
                        || done.get(one.updateId()).isAfter(one.at().plus(CLOCKS)))
                .isEmpty();
    }

    /** Each thing that they said has one answer; that to a name tells which one it is. */
    private void everythingIsAnsweredAndOnce(Chatter one, List<Call> sends) {
        for (String name : one.names()) {
            List<Instant> answers = times(sends.stream()
                    .filter(send -> send.text().equals(Chatter.renamed(name)))
                    .toList());
            assertThat(answers).as("answers to the name " + name).isNotEmpty();
            assertThat(repeats(answers, 1))
                    .as("answers sent twice in quiet times")
                    .isEmpty();
        }
        assertThat(sends.size())
                .as("answers")
                .isGreaterThanOrEqualTo(one.updates().size());
        assertThat(repeats(times(sends), one.updates().size()))
                .as("answers to " + one.chat() + " that were sent twice in quiet times")
                .isEmpty();
    }

    private static List<Instant> times(List<Call> sends) {
        return sends.stream().map(Call::at).toList();
    }

    /** Empty when there are so many, or trouble explains each that is too many. */
    private List<Instant> repeats(List<Instant> times, int wanted) {
        long explained = times.stream().filter(this::isInTrouble).count();
        return times.size() - wanted <= explained ? List.of() : times;
    }
}
