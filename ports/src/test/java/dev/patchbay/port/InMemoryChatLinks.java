package dev.patchbay.port;

import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.chat.ChatLinks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryChatLinks implements ChatLinks {

    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemoryChatLinks(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void put(ChatLink link) {
        state.run(() -> {
            link.claim().ifPresent(claim -> state.requireAccount(claim.account()));
            state.chat.links.put(link.user(), link);
        });
    }

    @Override
    public Optional<ChatLink> claim(Fingerprint code, ChatLink.Claim claim, Instant now, Instant answerUntil) {
        return state.act(() -> {
            Optional<ChatLink> claimed = state.chat.links.values().stream()
                    .filter(link ->
                            link.code().equals(code) && link.claim().isEmpty() && now.isBefore(link.expiresAt()))
                    .findFirst()
                    .map(link -> new ChatLink(code, link.user(), Optional.of(claim), answerUntil));
            claimed.ifPresent(link -> {
                state.requireAccount(claim.account());
                state.chat.links.put(link.user(), link);
            });
            return claimed;
        });
    }

    @Override
    public Optional<ChatLink> take(ChatUser user, Instant now) {
        return state.act(() -> {
            Optional<ChatLink> link = Optional.ofNullable(state.chat.links.get(user))
                    .filter(found -> found.claim().isPresent() && now.isBefore(found.expiresAt()));
            link.ifPresent(found -> state.chat.links.remove(user));
            return link;
        });
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<ChatUser> old = state.chat.links.values().stream()
                    .filter(link -> link.expiresAt().isBefore(before))
                    .map(ChatLink::user)
                    .limit(BATCH)
                    .toList();
            state.chat.links.keySet().removeAll(old);
            return old.size();
        });
    }
}
