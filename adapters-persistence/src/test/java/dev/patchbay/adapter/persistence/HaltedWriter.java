package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.aConnection;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Stores;

/** A process that dies, without any clean-up, in the moment in which a write was acknowledged. */
final class HaltedWriter {

    private HaltedWriter() {}

    /** Takes a JDBC URL; prints the account's id and dies. */
    @SuppressWarnings("resource") // dying with everything open is the point
    public static void main(String[] urls) {
        HikariDataSource pool = Schema.pool(Schema.settings(urls[0], "sa"));
        new Migrations(pool).migrate();
        Stores stores = JdbcStores.over(pool);
        Account account = Fixtures.open(stores);
        Connection connection = aConnection().ownedBy(account).build();
        stores.connections().add(connection);
        System.out.println("wrote " + account.id());
        System.out.flush();
        stores.connections()
                .advance(connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks()));
        Runtime.getRuntime().halt(7);
    }
}
