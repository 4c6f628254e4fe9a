package dev.patchbay.usecase.operator;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how things are: each app with its connections together, or one account with all that belongs to it. Changes nothing. */
public final class Inspect {
    private final Accounts accounts;
    private final SignInMethods methods;
    private final Sessions sessions;
    private final Connections connections;
    private final AppConditions conditions;
    private final AppLists appLists;
    private final Upkeep upkeep;
    private final Clock clock;

    public Inspect(
            Accounts accounts,
            SignInMethods methods,
            Sessions sessions,
            Connections connections,
            AppConditions conditions,
            AppLists appLists,
            Upkeep upkeep,
            Clock clock) {
        this.accounts = accounts;
        this.methods = methods;
        this.sessions = sessions;
        this.connections = connections;
        this.conditions = conditions;
        this.appLists = appLists;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** An app that has connections. @param notListed how many people the platform refused because they are not on its list */
    public record App(Upkeep.Summary summary, AppCondition condition, int notListed) {}

    /** A connection and how it is, its app included. Its tokens are sealed, and do not print. */
    public record Standing(Connection connection, Verdict verdict) {}

    /** An account; sessions are those alive, newest first. */
    public record Person(
            Account account, List<SignInMethod> methods, List<Session> sessions, List<Standing> connections) {}

    /** All apps that have connections. */
    public List<App> apps() {
        return upkeep.summaries(clock.instant()).stream()
                .map(summary -> new App(
                        summary,
                        conditions.of(summary.app()),
                        appLists.missingFrom(summary.app()).size()))
                .toList();
    }

    /** Empty when there is no such account. */
    public Optional<Person> person(AccountId id) {
        Instant now = clock.instant();
        return accounts.find(id)
                .map(account -> new Person(
                        account,
                        methods.of(id),
                        sessions.alive(id, now),
                        connections.of(id).stream()
                                .map(connection -> new Standing(
                                        connection, Verdict.of(connection, conditions.of(connection.app()), now)))
                                .toList()));
    }
}
