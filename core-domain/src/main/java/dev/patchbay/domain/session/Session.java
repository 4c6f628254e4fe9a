package dev.patchbay.domain.session;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed-in presence.
 *
 * @param via the provider that proved who it is
 * @param device what the person will recognise in a list (browser or client); display only
 */
public record Session(
        SessionId id,
        AccountId account,
        ProviderId via,
        String device,
        Instant startedAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {
    /**
     * How long after it began a session still shows that whoever holds it signed in themselves: enough for what changes who may sign in.
     */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private static final int MAX_DEVICE_LENGTH = 120;

    public Session {
        device = device.length() > MAX_DEVICE_LENGTH ? cut(device) : device;
    }

    /** Between characters: half of a pair is no text that a database takes. */
    private static String cut(String device) {
        boolean throughPair = Character.isHighSurrogate(device.charAt(MAX_DEVICE_LENGTH - 1));
        return device.substring(0, throughPair ? MAX_DEVICE_LENGTH - 1 : MAX_DEVICE_LENGTH);
    }

    public boolean isAlive(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** Proof of presence, when this session lives and is the one that the claim speaks of. */
    public Optional<SignedIn> admit(SessionClaim claim, Instant now) {
        boolean same = claim.session().equals(id) && claim.account().equals(account);
        return same && isAlive(now) ? Optional.of(new SignedIn(this)) : Optional.empty();
    }
}
