package dev.patchbay.usecase.account;

import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.connection.Disconnect;
import java.util.List;

/**
 * Erases an account: gives up its grants at the platforms, removes its apps, destroys its data keys (copies of its sealed rows open for
 * nobody then; a backup of the whole database has its keys in it, and opens with its master key), and removes its rows. Stopped
 * half-way, it can be asked for again while the session lives.
 */
public final class EraseAccount {
    private final Accounts accounts;
    private final Connections connections;
    private final Disconnect disconnect;
    private final RemoveApp removeApp;
    private final TokenVault vault;

    public EraseAccount(
            Accounts accounts, Connections connections, Disconnect disconnect, RemoveApp removeApp, TokenVault vault) {
        this.accounts = accounts;
        this.connections = connections;
        this.disconnect = disconnect;
        this.removeApp = removeApp;
        this.vault = vault;
    }

    /**
     * Erases the signed-in person's account.
     *
     * @return what became of each connection
     */
    public List<Disconnect.Report> erase(SignedIn who) {
        List<Disconnect.Report> reports = connections.of(who.account()).stream()
                .flatMap(connection -> disconnect.disconnect(who, connection.platform()).stream())
                .toList();
        removeApp.removeAllOf(who.account());
        vault.destroyKeysOf(who.account());
        accounts.erase(who.account());
        return reports;
    }
}
