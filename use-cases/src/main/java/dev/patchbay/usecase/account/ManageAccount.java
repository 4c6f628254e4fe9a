package dev.patchbay.usecase.account;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.signin.SignInMethods;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a person may know and change about their account. */
public final class ManageAccount {
    private static final int MAX_EVENTS = 100;

    private final Accounts accounts;
    private final SignInMethods methods;
    private final Activity activity;
    private final Clock clock;

    public ManageAccount(Accounts accounts, SignInMethods methods, Activity activity, Clock clock) {
        this.accounts = accounts;
        this.methods = methods;
        this.activity = activity;
        this.clock = clock;
    }

    /** An account with its ways in. */
    public record Profile(Account account, List<SignInMethod> methods) {}

    /** Empty when the account was erased meanwhile. */
    public Optional<Profile> profile(SignedIn who) {
        return accounts.find(who.account()).map(account -> new Profile(account, methods.of(account.id())));
    }

    /** Empty when the account was erased meanwhile. */
    public Optional<Profile> rename(SignedIn who, DisplayName name) {
        Optional<Account> renamed = accounts.rename(who.account(), name);
        renamed.ifPresent(account ->
                activity.add(new Event(account.id(), Event.Kind.RENAMED, Optional.empty(), "", clock.instant())));
        return renamed.map(account -> new Profile(account, methods.of(account.id())));
    }

    /** Empty when the account was erased meanwhile. */
    public Optional<Profile> speak(SignedIn who, Language language) {
        return accounts.speak(who.account(), language).map(account -> new Profile(account, methods.of(account.id())));
    }

    /** The latest of what happened to the account, newest first. */
    public List<Event> activity(SignedIn who) {
        return activity.recent(who.account(), MAX_EVENTS);
    }
}
