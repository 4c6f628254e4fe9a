package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Tries;
import dev.patchbay.port.chat.Chats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryChats implements Chats {

    private final InMemoryState state;

    InMemoryChats(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<Chat> of(ChatUser user) {
        return state.act(() -> Optional.ofNullable(state.chat.chats.get(user)));
    }

    @Override
    public List<Chat> of(AccountId account) {
        return state.act(() -> state.chat.chats.values().stream()
                .filter(chat -> chat.account().equals(account))
                .toList());
    }

    @Override
    public boolean open(Account account, Chat first) {
        if (!first.account().equals(account.id())) {
            throw new IllegalArgumentException("the first chat belongs to another account");
        }
        return state.act(() -> {
            if (state.accounts.containsKey(account.id())) {
                throw new IllegalStateException("there is an account with that id already");
            }
            if (state.chat.chats.putIfAbsent(first.user(), first) != null) {
                return false;
            }
            state.accounts.put(account.id(), account);
            return true;
        });
    }

    @Override
    public boolean add(Chat chat) {
        return state.act(() -> {
            state.requireAccount(chat.account());
            return state.chat.chats.putIfAbsent(chat.user(), chat) == null;
        });
    }

    @Override
    public boolean move(ChatUser user, AccountId from, AccountId to) {
        return state.act(() -> {
            Chat chat = state.chat.chats.get(user);
            if (chat == null || !chat.account().equals(from)) {
                return false;
            }
            state.requireAccount(to);
            put(new Chat(user, to, chat.language(), chat.mutedSince(), chat.since()));
            return true;
        });
    }

    @Override
    public Leaving leave(ChatUser user, AccountId account) {
        return state.act(() -> {
            Chat chat = state.chat.chats.get(user);
            if (chat == null || !chat.account().equals(account)) {
                return Leaving.NOT_THERE;
            }
            boolean another = of(account).size() > 1
                    || state.methods.stream()
                            .anyMatch(method -> method.account().equals(account));
            if (!another) {
                return Leaving.LAST_ONE;
            }
            state.chat.chats.remove(user);
            state.chat.tries.remove(user);
            return Leaving.LEFT;
        });
    }

    @Override
    public boolean speak(ChatUser user, Language language) {
        return state.act(() -> {
            Chat chat = state.chat.chats.get(user);
            if (chat != null) {
                put(new Chat(user, chat.account(), language, chat.mutedSince(), chat.since()));
            }
            return chat != null;
        });
    }

    @Override
    public void mute(ChatUser user, Instant now) {
        state.run(() -> {
            Chat chat = state.chat.chats.get(user);
            if (chat != null && !chat.isMuted()) {
                put(new Chat(user, chat.account(), chat.language(), Optional.of(now), chat.since()));
            }
        });
    }

    @Override
    public void unmute(ChatUser user) {
        state.run(() -> {
            Chat chat = state.chat.chats.get(user);
            if (chat != null) {
                put(chat.unmuted());
            }
        });
    }

    @Override
    public boolean takeTry(ChatUser user, Instant now) {
        return state.act(() -> {
            Optional<Tries> next = Optional.ofNullable(state.chat.chats.get(user))
                    .flatMap(chat -> Tries.after(Optional.ofNullable(state.chat.tries.get(user)), now));
            next.ifPresent(tries -> state.chat.tries.put(user, tries));
            return next.isPresent();
        });
    }

    @Override
    public void giveBackTry(ChatUser user) {
        state.run(() -> state.chat.tries.computeIfPresent(
                user, (same, tries) -> tries.count() > 1 ? new Tries(tries.count() - 1, tries.last()) : null));
    }

    private void put(Chat chat) {
        state.chat.chats.put(chat.user(), chat);
    }
}
