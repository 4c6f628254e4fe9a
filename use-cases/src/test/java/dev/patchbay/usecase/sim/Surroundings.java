package dev.patchbay.usecase.sim;

import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;

/** The ports of one process; a mutant exchanges some of them before the process is put together. */
final class Surroundings {
    final Boot boot;
    Connections connections;
    Claims claims;
    Upkeep upkeep;
    ParkedGrants parkedGrants;
    Presence presence;
    Spool spool;
    AppConditions appConditions;
    Allowances allowances;
    Rotations rotations;
    Activity activity;
    TokenVault vault;
    MusicPlatform platform;
    SharedApps apps;
    SecretSource secrets;
    Background background;
    Pause pause;
    Monotonic monotonic;
    Clock clock;

    Surroundings(Boot boot) {
        this.boot = boot;
    }
}
