package dev.patchbay.port.activity;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.Linked;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.GivenAuditKey;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditLog} keeps. Its tests share one chain, as processes do. */
public abstract class AuditLogContract {

    private final AuditChain chain = new GivenAuditKey().chain();

    protected abstract Stores stores();

    @Test
    void events_wait_as_they_were_noted_with_a_mark_that_fits_them() {
        chainAll();
        Account ann = open(stores());
        Event first = note(ann, "first");
        Event second = note(ann, "zweitens 🎧 " + "x".repeat(2000));

        List<Noted> waiting = stores().auditLog().waiting(500);

        assertThat(waiting).hasSize(2);
        assertThat(waiting.getFirst().event()).isEqualTo(first);
        assertThat(stores().auditLog().countWaiting()).isEqualTo(2);
        assertThat(stores().auditLog().waiting(1)).containsExactly(waiting.getFirst());
        assertThat(waiting).allSatisfy(noted -> assertThat(noted.mark())
                .contains(chain.mark(noted.mark().orElseThrow().ref(), noted.event())));
        assertThat(second.detail())
                .startsWith(waiting.getLast().event().detail().substring(0, 500));
    }

    @Test
    void what_is_appended_waits_no_longer_and_is_read_with_its_events() {
        chainAll();
        Account ann = open(stores());
        note(ann, "one");
        note(ann, "two");
        Optional<AuditLink> before = stores().auditLog().last();
        List<Noted> waiting = stores().auditLog().waiting(500);
        List<AuditLink> links = chain.extend(before, waiting, false);

        assertThat(stores().auditLog().append(links, List.of())).isTrue();

        assertThat(stores().auditLog().waiting(500)).isEmpty();
        assertThat(stores().auditLog().last()).contains(links.getLast());
        List<Linked> read = stores().auditLog().links(links.getFirst().number(), 500);
        assertThat(read).extracting(Linked::link).containsExactlyElementsOf(links);
        assertThat(read)
                .extracting(Linked::event)
                .containsExactlyElementsOf(waiting.stream().map(Optional::of).toList());
        assertThat(chain.flaw(before, read.getFirst())).isEmpty();
        assertThat(chain.flaw(Optional.of(links.getFirst()), read.getLast())).isEmpty();
        assertThat(stores().auditLog().links(links.getLast().number(), 1)).hasSize(1);
        assertThat(stores().auditLog().strays()).isEmpty();
    }

    @Test
    void of_two_who_append_at_once_one_does() throws Exception {
        chainAll();
        Account ann = open(stores());
        for (int i = 0; i < 120; i++) {
            note(ann, "event " + i);
        }
        List<AuditLink> links =
                chain.extend(stores().auditLog().last(), stores().auditLog().waiting(500), false);

        List<Boolean> done =
                Race.between(List.of(() -> stores().auditLog().append(links, List.of()), () -> stores().auditLog()
                        .append(links, List.of())));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(stores().auditLog().last()).contains(links.getLast());
        assertThat(stores().auditLog().links(links.getFirst().number(), 500)).hasSize(120);
    }

    @Test
    void links_of_an_erased_account_stay_and_come_with_a_proof() {
        chainAll();
        Account ann = open(stores());
        note(ann, "to be forgotten");
        chainAll();
        AuditLink link = stores().auditLog().last().orElseThrow();

        stores().accounts().erase(ann.id());
        stores().accounts().erase(ann.id());

        Linked left = stores().auditLog().links(link.number(), 1).getFirst();
        assertThat(left.event()).isEmpty();
        assertThat(left.erasure()).contains(chain.erasure(chain.owner(ann.id())));
    }

    @Test
    void what_is_erased_between_reading_and_appending_is_no_hindrance() {
        chainAll();
        Account ann = open(stores());
        note(ann, "gone in a moment");
        List<Noted> waiting = stores().auditLog().waiting(500);
        stores().accounts().erase(ann.id());

        assertThat(stores().auditLog().append(chain.extend(stores().auditLog().last(), waiting, false), List.of()))
                .isTrue();

        Linked left = stores().auditLog()
                .links(stores().auditLog().last().orElseThrow().number(), 1)
                .getFirst();
        assertThat(left.event()).isEmpty();
        assertThat(left.erasure()).isPresent();
    }

    @Test
    void the_limit_is_1_to_500() {
        assertThatThrownBy(() -> stores().auditLog().waiting(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores().auditLog().waiting(501)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores().auditLog().links(1, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    private Event note(Account account, String detail) {
        Event event = new Event(account.id(), Event.Kind.PLATFORM_CONNECTED, Optional.of(SPOTIFY), detail, NOW);
        stores().activity().add(event);
        return event;
    }

    private void chainAll() {
        List<Noted> waiting = new ArrayList<>(stores().auditLog().waiting(500));
        if (!waiting.isEmpty()) {
            boolean _ =
                    stores().auditLog().append(chain.extend(stores().auditLog().last(), waiting, false), List.of());
        }
    }
}
