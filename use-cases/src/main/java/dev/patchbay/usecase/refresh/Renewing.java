package dev.patchbay.usecase.refresh;

import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.time.Duration;

/** All that renews tokens in one process, put together: they share flights, breakers, room and budget. */
public final class Renewing {
    private final RefreshFlights flights;
    private final SweepDue sweepDue;
    private final SettleRefreshes settleRefreshes;
    private final ReplaySpool replaySpool;
    private final Intake intake = new Intake();
    private final Pause pause;

    /** What renewing needs from outside. */
    public record Surroundings(
            Providers providers,
            ClientApps apps,
            AppNotes appNotes,
            Connections connections,
            Claims claims,
            Upkeep upkeep,
            Presence presence,
            Spool spool,
            Allowances allowances,
            Paces paces,
            Rotations rotations,
            TokenVault vault,
            Activity activity,
            Telemetry telemetry,
            SecretSource secrets,
            Background background,
            Pause pause,
            Monotonic monotonic,
            Clock clock) {}

    public Renewing(Surroundings with) {
        this.pause = with.pause();
        var grantClasses = new GrantClasses(with.rotations(), with.monotonic());
        var parties = new Parties(with.providers(), with.apps(), grantClasses);
        var breakers = new Breakers(with.telemetry());
        var bulkheads = new Bulkheads(with.background(), with.monotonic());
        var budget = new Budget(with.allowances(), with.paces(), with.clock());
        var backOff = new BackOff(with.secrets());
        var store = new StoreGranted(with.connections(), with.spool(), intake, pause, with.monotonic());
        var settle = new SettleAnswer(
                with.connections(),
                with.claims(),
                with.appNotes(),
                store,
                grantClasses,
                breakers,
                new DeathWatch(),
                backOff,
                with.activity(),
                with.clock());
        var call = new CallPlatform(
                with.apps(),
                with.claims(),
                with.vault(),
                with.appNotes(),
                breakers,
                budget,
                settle,
                backOff,
                with.telemetry(),
                with.monotonic(),
                with.clock());
        var refresh = new RefreshConnection(
                parties,
                with.connections(),
                with.claims(),
                with.presence(),
                with.appNotes(),
                breakers,
                bulkheads,
                call,
                intake,
                with.secrets(),
                pause,
                with.monotonic(),
                with.clock());
        this.flights = new RefreshFlights(refresh, with.background());
        var launch = new LaunchSlice(
                parties,
                with.claims(),
                with.appNotes(),
                breakers,
                bulkheads,
                budget,
                with.vault(),
                flights,
                call,
                intake,
                backOff,
                with.monotonic(),
                with.clock());
        this.sweepDue = new SweepDue(
                with.providers().platforms().stream()
                        .map(MusicPlatform::descriptor)
                        .toList(),
                grantClasses,
                with.claims(),
                with.upkeep(),
                with.presence(),
                bulkheads,
                launch,
                intake,
                with.background(),
                pause,
                with.monotonic(),
                with.clock());
        this.settleRefreshes = new SettleRefreshes(
                with.connections(), with.claims(), with.presence(), parties, flights, intake, with.clock());
        this.replaySpool =
                new ReplaySpool(with.spool(), with.connections(), with.vault(), with.providers(), with.apps());
    }

    public RefreshFlights flights() {
        return flights;
    }

    public SweepDue sweepDue() {
        return sweepDue;
    }

    public SettleRefreshes settleRefreshes() {
        return settleRefreshes;
    }

    public ReplaySpool replaySpool() {
        return replaySpool;
    }

    /** From now on no renewal begins here; those under way go on. */
    public void stopTaking() {
        intake.stop();
    }

    /**
     * Waits for the renewals under way, which give their claims back as they end.
     *
     * @return whether all of them ended in that time
     */
    public boolean finish(Duration within, Monotonic monotonic) {
        Duration end = monotonic.reading().plus(within);
        while (flights.underWay() > 0 && monotonic.reading().compareTo(end) < 0) {
            pause.lasting(Duration.ofMillis(20));
        }
        return flights.underWay() == 0;
    }
}
