package dev.patchbay.usecase;

import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemorySpool;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.refresh.Renewing;

/**
 * One process of the service: its flights, breakers and room are not those of another.
 *
 * @param spool on the machine that it runs on
 * @param heard what it told about its renewals
 */
public record ServiceProcess(
        GivenPresence presence, Renewing renewing, LendToken lendToken, InMemorySpool spool, Heard heard) {}
