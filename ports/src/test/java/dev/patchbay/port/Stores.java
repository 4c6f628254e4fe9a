package dev.patchbay.port;

import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.SealedShelf;

/** All store roles over one and the same store, so that contracts can look at what one role did through another. */
public interface Stores {

    Accounts accounts();

    SignInMethods signInMethods();

    Attempts attempts();

    Handoffs handoffs();

    Sessions sessions();

    AppConditions appConditions();

    Connections connections();

    KeyShelf keyShelf();

    SealedShelf sealedShelf();

    Activity activity();
}
