package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.session.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemorySessions implements Sessions {

    private static final int BATCH = 1000;

    private final InMemoryState state;

    InMemorySessions(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void start(Session session) {
        state.run(() -> {
            state.requireAccount(session.account());
            if (state.sessions.putIfAbsent(session.id(), session) != null) {
                throw new IllegalStateException("there is a session with that id already");
            }
        });
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return state.act(() -> Optional.ofNullable(state.sessions.get(id)));
    }

    @Override
    public List<Session> alive(AccountId account, Instant now) {
        return state.act(() -> state.sessions.values().stream()
                .filter(session -> session.account().equals(account) && session.isAlive(now))
                .sorted(comparing(Session::startedAt).reversed())
                .toList());
    }

    @Override
    public List<Session> of(AccountId account) {
        return state.act(() -> state.sessions.values().stream()
                .filter(session -> session.account().equals(account))
                .sorted(comparing(Session::startedAt).reversed())
                .toList());
    }

    @Override
    public boolean end(AccountId account, SessionId id, Instant now) {
        return state.act(() -> {
            Session session = state.sessions.get(id);
            if (session == null || !session.account().equals(account) || !session.isAlive(now)) {
                return false;
            }
            state.sessions.put(id, ended(session, now));
            return true;
        });
    }

    @Override
    public int endAll(AccountId account, Optional<SessionId> except, Instant now) {
        return state.act(() -> {
            List<Session> ending = alive(account, now).stream()
                    .filter(session -> !Optional.of(session.id()).equals(except))
                    .toList();
            ending.forEach(session -> state.sessions.put(session.id(), ended(session, now)));
            return ending.size();
        });
    }

    @Override
    public int purge(Instant before) {
        return state.act(() -> {
            List<SessionId> old = state.sessions.values().stream()
                    .filter(session ->
                            session.endedAt().orElse(session.expiresAt()).isBefore(before)
                                    || session.expiresAt().isBefore(before))
                    .map(Session::id)
                    .limit(BATCH)
                    .toList();
            state.sessions.keySet().removeAll(old);
            return old.size();
        });
    }

    private static Session ended(Session session, Instant now) {
        return new Session(
                session.id(),
                session.account(),
                session.via(),
                session.device(),
                session.startedAt(),
                session.expiresAt(),
                Optional.of(now));
    }
}
