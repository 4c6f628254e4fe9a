package dev.patchbay.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = START.plusSeconds(3600);
    private static final AccountId ANN = AccountId.of(new UUID(0, 1));
    private static final AccountId BOB = AccountId.of(new UUID(0, 2));
    private static final SessionId ID = new SessionId(new UUID(1, 1));

    private final Session session = session("Firefox", Optional.empty());
    private final SessionClaim claim = new SessionClaim(ID, ANN, END);

    @Test
    void a_living_session_admits_the_claim_that_speaks_of_it() {
        SignedIn who = session.admit(claim, START).orElseThrow();

        assertThat(who.account()).isEqualTo(ANN);
        assertThat(who.session()).contains(ID);
        assertThat(who).hasToString("signed in as " + ANN);
    }

    @Test
    void a_chat_admits_only_its_user_and_to_no_session() {
        Chat chat = Chat.begun(new ChatUser(7), ANN, Language.EN, START);

        SignedIn who = SignedIn.inChat(chat, new ChatUser(7)).orElseThrow();

        assertThat(who.account()).isEqualTo(ANN);
        assertThat(who.session()).isEmpty();
        assertThat(who).hasToString("signed in as " + ANN);
        assertThat(SignedIn.inChat(chat, new ChatUser(8))).isEmpty();
    }

    @Test
    void somebody_elses_claim_is_not_admitted() {
        assertThat(session.admit(new SessionClaim(ID, BOB, END), START)).isEmpty();
    }

    @Test
    void a_claim_to_another_session_of_the_same_person_is_not_admitted() {
        assertThat(session.admit(new SessionClaim(new SessionId(new UUID(1, 2)), ANN, END), START))
                .isEmpty();
    }

    @Test
    void a_session_is_over_at_the_very_moment_it_expires() {
        assertThat(session.admit(claim, END.minusNanos(1000))).isPresent();
        assertThat(session.admit(claim, END)).isEmpty();
        assertThat(session.admit(claim, END.plusSeconds(1))).isEmpty();
    }

    @Test
    void an_ended_session_admits_nobody_whatever_the_claim_says_of_its_end() {
        Session ended = session("Firefox", Optional.of(START.plusSeconds(1)));

        assertThat(ended.admit(claim, START.plusSeconds(2))).isEmpty();
        assertThat(ended.admit(new SessionClaim(ID, ANN, Instant.MAX), START.plusSeconds(2)))
                .isEmpty();
    }

    @Test
    void the_device_is_kept_short_and_whole() {
        assertThat(session("x".repeat(500), Optional.empty()).device()).hasSize(120);
        String cutInTheMiddle = "x".repeat(119) + "\uD83C\uDFB8";
        assertThat(session(cutInTheMiddle, Optional.empty()).device()).isEqualTo("x".repeat(119));
    }

    @Test
    void what_is_no_uuid_is_no_session_id() {
        assertThat(SessionId.parse(ID.toString())).contains(ID);
        assertThat(SessionId.parse("")).isEmpty();
        assertThat(SessionId.parse("not-a-uuid")).isEmpty();
        assertThat(SessionId.parse("x".repeat(10_000))).isEmpty();
    }

    private static Session session(String device, Optional<Instant> endedAt) {
        return new Session(ID, ANN, new ProviderId("google"), device, START, END, endedAt);
    }
}
