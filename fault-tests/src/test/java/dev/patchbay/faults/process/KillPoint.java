package dev.patchbay.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The points of a renewal, of a change of master keys, of an answer in a chat, and of an order of a certificate, at which a process can be made to end as if by {@code kill -9}. This is the one place that names
 * methods of the service; they are those of adapters, where the steps of the protocol meet the world.
 *
 * @see <a href="https://downloads.jboss.org/byteman/4.0.25/byteman-programmers-guide.html">Byteman's rules</a>
 */
public enum KillPoint {
    /** Nothing has been written yet. */
    BEFORE_THE_CLAIM(Store.CLAIMS, "claim", "AT ENTRY"),
    /** The intent is written, and nothing else has happened. */
    CLAIMED(Store.CLAIMS, "claim", "AT EXIT", "$!.isPresent()"),
    /** The next thing would have been the first byte of the call. */
    BEFORE_THE_FIRST_BYTE(Http.GUARDED, "send", "AT ENTRY"),
    /** The call is on its way, or about to be: the platform may process it. */
    SENT(Http.GUARDED, "send", "AFTER INVOKE sendAsync"),
    /** The body of the answer has begun to come in. */
    IN_THE_BODY(Http.BODY, "onNext", "AT ENTRY"),
    /** The whole answer is there, unread. */
    ANSWERED(Http.GUARDED, "send", "AT EXIT"),
    /** The answer has been understood. */
    PARSED("dev.patchbay.oauth.OAuthPlatform", "refresh", "AT EXIT"),
    /** The new tokens have been sealed, the first of them at least. */
    SEALED("dev.patchbay.adapter.vault.EnvelopeVault", "seal", "AT EXIT"),
    /** The next thing would have been to store them. */
    BEFORE_THE_COMMIT(Store.CONNECTIONS, "advance", "AT ENTRY"),
    /** They are stored, and nobody knows. */
    COMMITTED(Store.CONNECTIONS, "advance", "AT EXIT"),
    /** They are stored and counted, and those who wait for them have not been told. */
    NOT_TOLD("dev.patchbay.adapter.metrics.PrometheusTelemetry", "renewal", "AT ENTRY"),
    /** The store does not take them, and half of the way into the spool is done. */
    SPOOLING(Store.SPOOL, "write", "AFTER INVOKE sync"),
    /** Not one vault key has a wrap by the next master key. */
    BEFORE_THE_FIRST_WRAP(Store.MASTER, "add", "AT ENTRY"),
    /** One vault key has one, and others do not. */
    WRAPPED_ONE(Store.MASTER, "add", "AT EXIT"),
    /** The first wraps are replaced, in a transaction that is not committed. */
    REPLACING_WRAPS(Store.STATEMENTS, "update", "AT EXIT", "callerMatches(\".*finish.*\")"),
    /** They are replaced, and nobody knows. */
    WRAPS_REPLACED(Store.MASTER, "finish", "AT EXIT"),
    /** The second wraps are removed, and nobody knows. */
    WRAPS_GIVEN_UP(Store.MASTER, "giveUp", "AT EXIT"),
    /** What a deep link brought back into a chat is used up, and neither that nor the answer is noted. */
    BROUGHT_BACK("dev.patchbay.adapter.telegram.ConnectTalk", "back", "AT EXIT"),
    /** The lease of an order of a certificate is taken, and nothing else has happened. */
    ORDER_LEASED(Store.ORDERS, "take", "AT EXIT", "$!.isPresent()"),
    /** The try is written down, and no authority has been asked. */
    TRY_NOTED(Store.ORDERS, "note", "AT EXIT"),
    /** The first challenge can be answered, and the authority does not know. */
    CHALLENGE_SHOWN(Acme.ORDER, "show", "AT EXIT"),
    /** The names are proven. */
    NAMES_PROVEN(Acme.ORDER, "prove", "AT EXIT"),
    /** The certificate is issued and downloaded, and its key is in this process alone. */
    CERTIFICATE_ISSUED(Acme.ORDER, "finish", "AT EXIT"),
    /** The next thing would have been to store it. */
    BEFORE_CERTIFICATE_STORED(Store.CERTIFICATES, "replace", "AT ENTRY"),
    /** It is stored, and nobody shows it. */
    CERTIFICATE_STORED(Store.CERTIFICATES, "replace", "AT EXIT");

    /** A file of this name and the name of a point, in the folder of the process, arms that point. */
    static final String ARMED = "armed";

    private static final class Store {
        static final String CLAIMS = "dev.patchbay.adapter.persistence.JdbcClaims";
        static final String CONNECTIONS = "dev.patchbay.adapter.persistence.JdbcConnections";
        static final String MASTER = "dev.patchbay.adapter.persistence.JdbcMasterWraps";
        static final String ORDERS = "dev.patchbay.adapter.persistence.JdbcCertificateOrders";
        static final String CERTIFICATES = "dev.patchbay.adapter.persistence.JdbcCertificates";
        static final String STATEMENTS = "dev.patchbay.adapter.persistence.Statements";
        static final String SPOOL = "dev.patchbay.adapter.persistence.FileSpool";
    }

    private static final class Acme {
        static final String ORDER = "dev.patchbay.adapter.acme.AcmeOrder";
    }

    private static final class Http {
        static final String GUARDED = "dev.patchbay.oauth.GuardedHttp";
        static final String BODY = "dev.patchbay.oauth.CappedBody";
    }

    private final String type;
    private final String method;
    private final String where;
    private final String condition;

    KillPoint(String type, String method, String where) {
        this(type, method, where, "TRUE");
    }

    KillPoint(String type, String method, String where, String condition) {
        this.type = type;
        this.method = method;
        this.where = where;
        this.condition = condition;
    }

    /** Those that every renewal passes; the spool is for bad days, and what comes after it is for other things. */
    public static List<KillPoint> ofEveryRenewal() {
        return Arrays.stream(values())
                .filter(point -> point.compareTo(SPOOLING) < 0)
                .toList();
    }

    /** Those that every order of a certificate passes. */
    public static List<KillPoint> ofEveryOrder() {
        return Arrays.stream(values())
                .filter(point -> point.compareTo(ORDER_LEASED) >= 0)
                .toList();
    }

    private String rule() {
        return """
            RULE %s
            CLASS %s
            METHOD %s
            %s
            BIND flag : java.io.File = new java.io.File("%s")
            IF flag.exists() AND %s
            DO killJVM(137)
            ENDRULE
            """.formatted(name(), type, method, where, ARMED + "-" + name(), condition);
    }

    /** The option of a JVM that knows all points; it takes a file to arm one. */
    static String agent(Path folder) {
        Path script = folder.resolve("kill-points.btm");
        String rules = Arrays.stream(values()).map(KillPoint::rule).collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(script, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-javaagent:" + byteman() + "=script:" + script;
    }

    private static Path byteman() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith("byteman-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("byteman is not on the class path"));
    }

    Path flag(Path folder) {
        return folder.resolve(ARMED + "-" + name());
    }
}
