package dev.patchbay.adapter.web.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.session.SessionTokens;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Session tokens as JWTs (RFC 7519), of the type {@code session+jwt}; verified as RFC 8725 says. */
final class JwtSessionTokens implements SessionTokens {
    private static final String AUDIENCE = "patchbay";
    private static final int LONGEST = 4096;
    /** Clocks of processes that share a store may differ a little. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SigningKey key;
    private final String issuer;
    private final Clock clock;

    JwtSessionTokens(SigningKey key, URI issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer.toString();
        this.clock = clock;
    }

    @Override
    public Secret issue(Session session) {
        Signing signing = key.signing();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(session.account().value())
                .claim("sid", session.id().toString())
                .issueTime(Date.from(session.startedAt()))
                .expirationTime(Date.from(session.expiresAt()))
                .build();
        SignedJWT token = new SignedJWT(signing.header(), claims);
        try {
            token.sign(signing.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("a session token could not be signed", e);
        }
        return Secret.of(token.serialize());
    }

    @Override
    public Optional<SessionClaim> verify(Secret token) {
        String text = token.reveal();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Signing signing = key.signing();
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            return signing.matches(jwt.getHeader()) && jwt.verify(signing.verifier())
                    ? claim(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<SessionClaim> claim(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        boolean ours = issuer.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
        boolean current = expires != null
                && now.isBefore(expires.toInstant())
                && issued != null
                && !issued.toInstant().isAfter(now.plus(SKEW));
        String subject = claims.getSubject();
        String sid = claims.getStringClaim("sid");
        if (!ours || !current || expires == null || subject == null || sid == null) {
            return Optional.empty();
        }
        return AccountId.parse(subject)
                .flatMap(account -> SessionId.parse(sid).map(id -> new SessionClaim(id, account, expires.toInstant())));
    }
}
