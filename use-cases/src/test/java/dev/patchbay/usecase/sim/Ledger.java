package dev.patchbay.usecase.sim;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.GrantClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's own book: whose token is whose, which are live, and why others are not. It is never wrong. */
final class Ledger {
    /** Why a grant ended. */
    enum End {
        /** The person withdrew it at the provider. */
        WITHDRAWN,
        /** A token of it was given back by us. */
        GIVEN_BACK,
        /** A spent token was shown, and the provider took it for theft. */
        REUSED
    }

    /** What came of showing a refresh token. */
    enum Showing {
        FRESH,
        WITHIN_GRACE,
        SPENT,
        ENDED,
        UNKNOWN,
        WRONG_APP
    }

    /** One consent, and every token that came of it. */
    static final class Grant {
        final int number;
        final Slot slot;
        final ClientAppId app;
        final List<Rotation> rotations = new ArrayList<>();
        final List<Call<?>> calls = new ArrayList<>();

        /** Null while it lives. */
        @Nullable
        End end;

        /** When the token was sent whose showing ended it. */
        long doomedAt = Long.MAX_VALUE;

        /** Whether its newest token lay on a disk that nobody could read when the token that ended it was shown. */
        boolean endedOutOfReach;

        /** Whether it was ended by a call that a process sent when it woke, and died. */
        boolean endedByAGhost;

        Grant(int number, Slot slot, ClientAppId app) {
            this.number = number;
            this.slot = slot;
            this.app = app;
        }
    }

    static final class Token {
        final String text;
        final Grant grant;
        final boolean refreshes;
        final long issuedAt;

        /** Of a refresh token; {@link Long#MAX_VALUE} while it is not. */
        long spentAt = Long.MAX_VALUE;

        /** The answer it was first sent in; null for those of the consent itself. */
        @Nullable
        Rotation from;

        /** Of an access token: the place of its commit in the slot's history; 0 while it is in no row. */
        long commit;

        Token(String text, Grant grant, boolean refreshes, long issuedAt) {
            this.text = text;
            this.grant = grant;
            this.refreshes = refreshes;
            this.issuedAt = issuedAt;
        }
    }

    /** Fresh tokens; the refresh token is null when the old one stays. */
    record Issued(Token access, @Nullable Token refresh) {}

    private final GrantClass grantClass;
    private final long accessLife;
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Grant> codes = new HashMap<>();
    private int grants;

    Ledger(GrantClass grantClass, long accessLife) {
        this.grantClass = grantClass;
        this.accessLife = accessLife;
    }

    /** Somebody consents. */
    Issued consent(Slot slot, ClientAppId app, long now) {
        Grant grant = new Grant(++grants, slot, app);
        return new Issued(issue(grant, false, now), issue(grant, true, now));
    }

    /** Somebody consents, and the redirect carries this code back. */
    String code(Slot slot, ClientAppId app) {
        Grant grant = new Grant(++grants, slot, app);
        String code = "code-" + grant.number;
        codes.put(code, grant);
        return code;
    }

    /** Null when the code is spent, unknown or another app's. */
    @Nullable
    Issued exchange(String code, ClientAppId app, long now) {
        Grant grant = codes.remove(code);
        return grant == null || !grant.app.equals(app)
                ? null
                : new Issued(issue(grant, false, now), issue(grant, true, now));
    }

    /** What showing that token would mean, without doing it. */
    Showing look(String refreshToken, ClientAppId app, long now) {
        Token token = tokens.get(refreshToken);
        if (token == null || !token.refreshes) {
            return Showing.UNKNOWN;
        }
        if (token.grant.end != null) {
            return Showing.ENDED;
        }
        if (!token.grant.app.equals(app)) {
            return Showing.WRONG_APP;
        }
        if (token.spentAt == Long.MAX_VALUE) {
            return Showing.FRESH;
        }
        return grantClass instanceof GrantClass.Grace(var window) && now - token.spentAt < window.toMillis() * 1000
                ? Showing.WITHIN_GRACE
                : Showing.SPENT;
    }

    /** The token is shown, and what the provider's rules demand happens. Null when it is refused. */
    @Nullable
    Issued refresh(String refreshToken, ClientAppId app, long now) {
        Showing showing = look(refreshToken, app, now);
        if (showing == Showing.SPENT && grantClass instanceof GrantClass.StrictRevoke) {
            end(token(refreshToken).grant, End.REUSED);
        }
        if (showing != Showing.FRESH && showing != Showing.WITHIN_GRACE) {
            return null;
        }
        Token shown = token(refreshToken);
        Token access = issue(shown.grant, false, now);
        return switch (grantClass) {
            case GrantClass.NonRotating() -> new Issued(access, null);
            case GrantClass.Overlap() -> new Issued(access, issue(shown.grant, true, now));
            case GrantClass.Grace grace -> spend(shown, access, now);
            case GrantClass.Strict strict -> spend(shown, access, now);
            case GrantClass.StrictRevoke strict -> spend(shown, access, now);
        };
    }

    private Issued spend(Token shown, Token access, long now) {
        shown.spentAt = Math.min(shown.spentAt, now);
        return new Issued(access, issue(shown.grant, true, now));
    }

    void end(Grant grant, End why) {
        if (grant.end == null) {
            grant.end = why;
        }
    }

    /** Whether a refresh with this token would succeed now. */
    boolean isLive(Token refreshToken, long now) {
        Showing showing = look(refreshToken.text, refreshToken.grant.app, now);
        return showing == Showing.FRESH || showing == Showing.WITHIN_GRACE;
    }

    boolean isExpired(Token access, long now) {
        return now >= access.issuedAt + accessLife;
    }

    Token token(String text) {
        Token token = tokens.get(text);
        if (token == null) {
            throw new IllegalStateException("nobody issued " + text);
        }
        return token;
    }

    /** Whether another showing of a rotated token may cost the grant, so that only one call at a time is safe. */
    boolean isStrict() {
        return grantClass instanceof GrantClass.Strict || grantClass instanceof GrantClass.StrictRevoke;
    }

    private Token issue(Grant grant, boolean refreshes, long now) {
        String text = (refreshes ? "rt-" : "at-") + grant.number + "-" + (tokens.size() + 1);
        Token token = new Token(text, grant, refreshes, now);
        tokens.put(text, token);
        return token;
    }
}
