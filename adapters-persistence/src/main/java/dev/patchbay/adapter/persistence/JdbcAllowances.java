package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.port.clientapp.Allowances;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

@Singleton
final class JdbcAllowances implements Allowances {

    private static final String FIND = "SELECT next_free FROM app_allowance WHERE provider = ? AND client_id = ?";

    private static final String TAKE = """
        UPDATE app_allowance SET next_free = ? WHERE provider = ? AND client_id = ? AND next_free = ?
        """;

    private static final String FIRST = "INSERT INTO app_allowance (next_free, provider, client_id) VALUES (?, ?, ?)";

    private final Database database;

    JdbcAllowances(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> take(ClientAppId app, int calls, Pace pace, Instant now) {
        if (calls < 1 || calls > pace.burst()) {
            throw new IllegalArgumentException("1 to a burst of calls are taken at once");
        }
        // Whoever loses a race looks again: every round somebody wins, and nobody wins twice what is there once.
        while (true) {
            Optional<Instant> seen = nextFree(app);
            Optional<Instant> next = pace.after(seen.orElse(now), calls, now).map(JdbcAllowances::inWholeMicros);
            if (next.isEmpty()) {
                return Optional.of(pace.possibleAt(seen.orElse(now), calls));
            }
            if (seen.isPresent() ? moved(app, seen.get(), next.get()) : begun(app, next.get())) {
                return Optional.empty();
            }
        }
    }

    private Optional<Instant> nextFree(ClientAppId app) {
        return database.byHand(connection -> Statements.one(
                connection, FIND, values -> values.text(app.provider().value()).exact(app.name()), row -> Columns.time(
                                row, 1)
                        .orElseThrow()));
    }

    private boolean moved(ClientAppId app, Instant seen, Instant next) {
        return database.byHand(connection -> Statements.update(connection, TAKE, values -> values.time(next)
                        .text(app.provider().value())
                        .exact(app.name())
                        .time(seen)))
                > 0;
    }

    private boolean begun(ClientAppId app, Instant next) {
        return database.addsByHand(connection -> Statements.update(connection, FIRST, values -> values.time(next)
                .text(app.provider().value())
                .exact(app.name())));
    }

    /** Later rather than earlier: what the column cut off, the app would have as allowance again and again. */
    private static Instant inWholeMicros(Instant time) {
        Instant cut = time.truncatedTo(ChronoUnit.MICROS);
        return cut.equals(time) ? cut : cut.plus(1, ChronoUnit.MICROS);
    }
}
