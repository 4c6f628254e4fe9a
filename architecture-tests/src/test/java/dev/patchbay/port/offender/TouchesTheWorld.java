package dev.patchbay.port.offender;

import java.io.File;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

public interface TouchesTheWorld {
    void file(File file);

    void path(Path path);

    void net(InetAddress address);

    void database(Connection connection);

    static void console() {
        System.out.println();
    }

    static void errors() {
        System.err.println();
    }

    static @Nullable String environment() {
        return System.getenv("PORT");
    }

    static String property() {
        return System.getProperty("user.dir", "");
    }

    static void exit() {
        System.exit(1);
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // the offence
    static void trace(Throwable failure) {
        failure.printStackTrace();
    }
}
