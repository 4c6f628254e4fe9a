package dev.patchbay.usecase;

import dev.patchbay.port.Background;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemorySpool;
import dev.patchbay.port.Pause;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;

/** A process in the making. Unless said otherwise it uses the world's store and pause, and runs everything at once. */
public final class ProcessFixture {

    private final World world;
    private final String name;
    private final InMemorySpool spool = new InMemorySpool();
    private final Heard heard = new Heard();
    private Connections connections;
    private Claims claims;
    private Upkeep upkeep;
    private Allowances allowances;
    private AppConditions conditions;
    private Rotations rotations;
    private Background background = new Inline();
    private Pause pause;

    ProcessFixture(World world, String name) {
        this.world = world;
        this.name = name;
        this.connections = world.store.connections();
        this.claims = world.store.claims();
        this.upkeep = world.store.upkeep();
        this.allowances = world.store.allowances();
        this.conditions = world.store.appConditions();
        this.rotations = world.store.rotations();
        this.pause = time -> world.pause.lasting(time);
    }

    public ProcessFixture with(Connections role) {
        connections = role;
        return this;
    }

    public ProcessFixture with(Claims role) {
        claims = role;
        return this;
    }

    public ProcessFixture with(Upkeep role) {
        upkeep = role;
        return this;
    }

    public ProcessFixture with(Allowances role) {
        allowances = role;
        return this;
    }

    public ProcessFixture with(AppConditions role) {
        conditions = role;
        return this;
    }

    public ProcessFixture with(Rotations role) {
        rotations = role;
        return this;
    }

    public ProcessFixture with(Background role) {
        background = role;
        return this;
    }

    public ProcessFixture pausing(Pause role) {
        pause = role;
        return this;
    }

    public ServiceProcess start() {
        GivenPresence presence = GivenPresence.of(name);
        var renewing = new Renewing(new Renewing.Surroundings(
                world.providers,
                world.clientApps,
                new AppNotes(conditions, world.store.activity(), world.clock),
                connections,
                claims,
                upkeep,
                presence,
                spool,
                allowances,
                app -> world.pace,
                rotations,
                world.vault,
                world.store.activity(),
                heard,
                world.secrets,
                background,
                pause,
                world::elapsed,
                world.clock));
        var lendToken = new LendToken(world.providers, connections, world.vault, renewing.flights(), world.clock);
        return new ServiceProcess(presence, renewing, lendToken, spool, heard);
    }
}
