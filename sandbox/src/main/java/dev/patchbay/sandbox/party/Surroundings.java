package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Server;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * What every stand-in is given.
 *
 * @param server where it puts its routes
 * @param books where it writes what it issues
 * @param journal where it keeps what else must survive a restart
 * @param clock the time
 * @param random for tokens and keys
 * @param accessTokenLife how long its access tokens live
 */
public record Surroundings(
        Server server, Books books, Journal journal, Clock clock, SecureRandom random, Duration accessTokenLife) {

    /** A new secret: the prefix and this many random bytes in base64url. */
    public String secret(String prefix, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
    }
}
