package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Operators;
import dev.patchbay.domain.certificate.CertificateAlarm;
import dev.patchbay.domain.certificate.CertificateAlarm.Urgency;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmOperatorsTest {
    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final Present bob = stage.newcomer();
    private final AlarmOperators one = process();
    private final AlarmOperators other = process();
    private final Instant ends = stage.world.clock.instant().plus(days(3));

    @Test
    void operators_are_told_once_for_each_urgency_by_whichever_process_and_others_are_not() {
        look(Optional.of(Urgency.LATE));
        look(Optional.of(Urgency.LATE));
        look(Optional.of(Urgency.SOON));

        assertThat(stage.said(ann.chat()))
                .satisfiesExactly(late -> assertThat(late).contains("LATE"), soon -> assertThat(soon)
                        .contains("SOON"));
        assertThat(stage.said(bob.chat())).isEmpty();
    }

    @Test
    void while_there_is_none_they_are_told_every_day() {
        look(Optional.of(Urgency.MISSING));
        look(Optional.of(Urgency.MISSING));
        assertThat(stage.said(ann.chat())).hasSize(1);

        stage.world.clock.advance(days(1));
        look(Optional.of(Urgency.MISSING));
        assertThat(stage.said(ann.chat())).hasSize(1);
    }

    @Test
    void that_all_is_well_is_told_to_whom_trouble_was_told_and_once() {
        look(Optional.empty());
        assertThat(stage.said(ann.chat())).isEmpty();

        look(Optional.of(Urgency.SOON));
        look(Optional.empty());
        look(Optional.empty());

        assertThat(stage.said(ann.chat()))
                .satisfiesExactly(soon -> assertThat(soon).contains("SOON"), well -> assertThat(well)
                        .contains("CertificateWell"));
    }

    private void look(Optional<Urgency> urgency) {
        for (AlarmOperators process : Set.of(one, other)) {
            process.look(urgency.map(how -> new CertificateAlarm(how, ends, Optional.empty())), ends);
        }
    }

    private AlarmOperators process() {
        return new AlarmOperators(
                new Operators(Set.of(ann.who().account())),
                stage.world.store.chats(),
                stage.tellChat,
                stage.world.clock);
    }
}
