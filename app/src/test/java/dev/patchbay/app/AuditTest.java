package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.AuditFlaw;
import dev.patchbay.domain.activity.AuditHead;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.usecase.audit.ChainActivity;
import dev.patchbay.usecase.audit.VerifyAudit;
import dev.patchbay.usecase.audit.VerifyAudit.Broken;
import dev.patchbay.usecase.audit.VerifyAudit.Findings;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody with all rights in the database changes what was noted, and it shows. */
class AuditTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    enum Engine {
        H2,
        MARIADB;

        Map<String, String> settings(World world) {
            if (this == H2) {
                return world.settings("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE"
                        + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
            }
            Map<String, String> settings = world.settings(MariaDbServer.shared().freshSchema());
            settings.put("DATABASE_USER", MariaDbServer.shared().user());
            return settings;
        }
    }

    /** A change by hand to a chain of six, and what is said of it. */
    private record Tampering(String sql, AuditFlaw flaw, Optional<Long> link) {
        Tampering(String sql, AuditFlaw flaw, long link) {
            this(sql, flaw, Optional.of(link));
        }
    }

    private static final String ROW = "(SELECT activity_id FROM audit_link WHERE number = %d)";

    private static List<Tampering> tamperings() {
        return List.of(
                new Tampering(
                        "UPDATE activity SET detail = 'nothing' WHERE id = " + row(3), AuditFlaw.EVENT_CHANGED, 3),
                new Tampering(
                        "UPDATE activity SET kind = 'SIGNED_OUT' WHERE id = " + row(1), AuditFlaw.EVENT_CHANGED, 1),
                new Tampering("UPDATE activity SET kind = 'NO_SUCH' WHERE id = " + row(2), AuditFlaw.EVENT_CHANGED, 2),
                new Tampering(
                        "UPDATE activity SET at = '2020-01-01 00:00:00' WHERE id = " + row(4),
                        AuditFlaw.EVENT_CHANGED,
                        4),
                new Tampering("DELETE FROM activity WHERE id = " + row(2), AuditFlaw.EVENT_MISSING, 2),
                new Tampering("DELETE FROM audit_link WHERE number = 4", AuditFlaw.LINK_MISSING, 5),
                new Tampering("DELETE FROM audit_link WHERE number = 1", AuditFlaw.LINK_MISSING, 2),
                new Tampering("DELETE FROM audit_link WHERE number = 6", AuditFlaw.EVENT_NOT_CHAINED, Optional.empty()),
                new Tampering(
                        "UPDATE activity SET ref = NULL, digest = NULL WHERE id = " + row(5),
                        AuditFlaw.EVENT_CHANGED,
                        5),
                // Two events in one another's place, each still with its own signature.
                new Tampering(
                        "UPDATE activity SET id = CASE WHEN id = 4 THEN 1005 ELSE 1004 END WHERE id IN (4, 5);"
                                + "UPDATE activity SET id = id - 1000 WHERE id > 1000",
                        AuditFlaw.EVENT_EXCHANGED,
                        4),
                // Two links in one another's place.
                new Tampering(
                        "UPDATE audit_link SET number = 100 + number WHERE number IN (2, 3);"
                                + "UPDATE audit_link SET number = 105 - number WHERE number > 100",
                        AuditFlaw.LINK_CHANGED,
                        2),
                // Left out, and the numbers closed up.
                new Tampering(
                        "DELETE FROM activity WHERE id = " + row(2) + ";DELETE FROM audit_link WHERE number = 2;"
                                + "UPDATE audit_link SET number = 2 WHERE number = 3;"
                                + "UPDATE audit_link SET number = 3 WHERE number = 4",
                        AuditFlaw.LINK_CHANGED,
                        2),
                // Pretends that an account was erased.
                new Tampering(
                        "INSERT INTO audit_erasure (owner, proof) SELECT owner, digest FROM audit_link WHERE number ="
                                + " 3;DELETE FROM activity WHERE id = " + row(3),
                        AuditFlaw.EVENT_MISSING,
                        3),
                // Made up: chained by the service as what it is.
                new Tampering(
                        "INSERT INTO activity (account_id, at, kind, detail)"
                                + " SELECT account_id, at, 'SIGNED_IN', 'invented' FROM activity WHERE id = " + row(1),
                        AuditFlaw.EVENT_NOT_OURS,
                        7),
                new Tampering(
                        "INSERT INTO activity (account_id, at, kind, detail, ref, digest) SELECT account_id, at,"
                            + " 'SIGNED_IN', 'invented', CAST('0123456789abcdef' AS BINARY(16)), digest FROM activity"
                            + " WHERE id = " + row(1),
                        AuditFlaw.EVENT_CHANGED,
                        7),
                new Tampering(
                        "INSERT INTO activity (account_id, at, kind, detail, chained)"
                                + " SELECT account_id, at, 'SIGNED_IN', 'invented', 1 FROM activity WHERE id = "
                                + row(1),
                        AuditFlaw.EVENT_NOT_CHAINED,
                        Optional.empty()));
    }

    private static String row(int number) {
        return ROW.formatted(number);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatever_is_changed_by_hand_is_named(Engine engine) throws Exception {
        try (World world = World.usual();
                ApplicationContext context = opened(engine.settings(world))) {
            AccountId ann = account(context);
            for (int i = 1; i <= 6; i++) {
                note(context, ann, "event " + i);
            }
            assertThat(context.getBean(ChainActivity.class).run()).isEqualTo(6);
            Findings sound = verify(context, Optional.empty());
            assertThat(sound.broken()).isEmpty();
            assertThat(sound.links()).isEqualTo(6);
            try (Connection connection = byHand(context)) {
                execute(
                        connection,
                        "CREATE TABLE a0 AS SELECT * FROM activity",
                        "CREATE TABLE l0 AS SELECT * FROM audit_link");
                for (Tampering tampering : tamperings()) {
                    execute(connection, tampering.sql().split(";"));
                    context.getBean(ChainActivity.class).run();

                    Optional<Broken> broken = verify(context, Optional.empty()).broken();

                    assertThat(broken).as(tampering.sql()).isPresent();
                    assertThat(broken.get().flaw()).as(tampering.sql()).isEqualTo(tampering.flaw());
                    assertThat(broken.get().number()).as(tampering.sql()).isEqualTo(tampering.link());
                    execute(
                            connection,
                            "DELETE FROM audit_erasure",
                            "DELETE FROM audit_link",
                            "DELETE FROM activity",
                            "INSERT INTO activity SELECT * FROM a0",
                            "INSERT INTO audit_link SELECT * FROM l0");
                    assertThat(verify(context, Optional.empty()).broken())
                            .as("put back")
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_end_that_was_cut_off_shows_to_whoever_kept_a_head(Engine engine) throws Exception {
        try (World world = World.usual();
                ApplicationContext context = opened(engine.settings(world))) {
            AccountId ann = account(context);
            note(context, ann, "one");
            note(context, ann, "two");
            context.getBean(ChainActivity.class).run();
            Optional<AuditHead> kept = verify(context, Optional.empty()).head();
            note(context, ann, "three");
            context.getBean(ChainActivity.class).run();
            assertThat(verify(context, kept).broken()).isEmpty();
            try (Connection connection = byHand(context)) {
                execute(
                        connection,
                        "DELETE FROM activity WHERE detail <> 'one'",
                        "DELETE FROM audit_link WHERE number > 1");
            }

            assertThat(verify(context, Optional.empty()).broken()).isEmpty();
            assertThat(verify(context, kept).broken().orElseThrow().flaw()).isEqualTo(AuditFlaw.HEAD_NOT_REACHED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_erased_account_leaves_a_sound_chain_and_nothing_of_itself(Engine engine) throws Exception {
        try (World world = World.usual();
                ApplicationContext context = opened(engine.settings(world))) {
            AccountId ann = account(context);
            AccountId bob = account(context);
            Stream.of(ann, bob, ann).forEach(who -> note(context, who, "chained"));
            context.getBean(ChainActivity.class).run();
            note(context, ann, "not chained yet");

            context.getBean(Accounts.class).erase(ann);
            note(context, bob, "later");
            context.getBean(ChainActivity.class).run();

            Findings found = verify(context, Optional.empty());
            assertThat(found.broken()).isEmpty();
            assertThat(found.links()).isEqualTo(4);
            assertThat(found.erased()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_noted_before_there_was_a_chain_is_taken_in_once(Engine engine) throws Exception {
        try (World world = World.usual();
                ApplicationContext context = opened(engine.settings(world))) {
            AccountId ann = account(context);
            for (int i = 1; i <= 3; i++) {
                note(context, ann, "old " + i);
            }
            try (Connection connection = byHand(context)) {
                execute(connection, "UPDATE activity SET ref = NULL, digest = NULL");
            }
            note(context, ann, "new");

            assertThat(context.getBean(ChainActivity.class).run()).isEqualTo(4);

            Findings found = verify(context, Optional.empty());
            assertThat(found.broken()).isEmpty();
            assertThat(found.adopted()).isEqualTo(3);
            assertThat(found.links()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void many_who_note_and_two_who_chain_at_once_make_one_chain_of_everything(Engine engine) throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = engine.settings(world);
            try (ApplicationContext one = opened(settings);
                    ApplicationContext two = opened(settings);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                AccountId ann = account(one);
                List<Callable<Integer>> acts = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    ApplicationContext where = i % 2 == 0 ? one : two;
                    acts.add(() -> {
                        for (int n = 0; n < 50; n++) {
                            note(where, ann, "event " + n);
                        }
                        return 0;
                    });
                }
                for (ApplicationContext where : List.of(one, two)) {
                    acts.add(() -> {
                        int chained = 0;
                        for (int n = 0; n < 40; n++) {
                            chained += where.getBean(ChainActivity.class).run();
                            Thread.sleep(5);
                        }
                        return chained;
                    });
                }
                int chained = 0;
                for (var done : threads.invokeAll(acts)) {
                    chained += done.get();
                }
                chained += one.getBean(ChainActivity.class).run();

                Findings found = verify(two, Optional.empty());
                assertThat(found.broken()).isEmpty();
                assertThat(found.links()).isEqualTo(400).isEqualTo(chained);
                assertThat(found.waiting()).isZero();
            }
        }
    }

    private static ApplicationContext opened(Map<String, String> values) {
        var settings = new EnvironmentSettings(values);
        ApplicationContext context = Patchbay.context(settings).start();
        new StartUp(context, settings, Set.of()).openStore();
        return context;
    }

    private static Findings verify(ApplicationContext context, Optional<AuditHead> expected) {
        return context.getBean(VerifyAudit.class).verify(expected);
    }

    private static AccountId account(ApplicationContext context) {
        Account account = new Account(AccountId.of(UUID.randomUUID()), new DisplayName("Ann"), NOW);
        var identity = new ExternalIdentity(
                new ProviderId("google"),
                "https://google.example",
                UUID.randomUUID().toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(context.getBean(Accounts.class).open(account, new SignInMethod(account.id(), identity, NOW, NOW)))
                .isTrue();
        return account.id();
    }

    private static void note(ApplicationContext context, AccountId account, String detail) {
        context.getBean(Activity.class).add(new Event(account, Event.Kind.RENAMED, Optional.empty(), detail, NOW));
    }

    private static Connection byHand(ApplicationContext context) throws Exception {
        var settings = context.getBean(dev.patchbay.adapter.persistence.DatabaseSettings.class);
        return DriverManager.getConnection(settings.url().reveal(), settings.user(), "");
    }

    private static void execute(Connection connection, String... statements) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
