package dev.patchbay.app.logging;

import java.util.regex.Pattern;

/**
 * Takes credentials out of a line by their shape: parameters of OAuth redirects and token requests, and authorization
 * headers. Our own code logs none; frameworks print whole request lines at DEBUG, and this is for them.
 */
public final class CredentialMask {
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)\\b(code|state|handoff|nonce|code_challenge|code_verifier|access_token|refresh_token|id_token|client_secret)"
                + "(=|%3D)[^&\\s\"'\\],;)]+");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern COOKIE =
            Pattern.compile("(?i)((?:__Host-|patchbay_)(?:session|flow)[A-Za-z0-9_-]*)=[^;\\s\"'\\],)]+");

    /** A bot's token in a path, the secret that comes with its updates, and a handoff on its way into a chat. */
    private static final Pattern BOT =
            Pattern.compile("(?i)(/bot\\d{1,16}(?::|%3A)|X-Telegram-Bot-Api-Secret-Token\\W{1,4}"
                    + "|\\bstart(?:=|%3D)(?=[A-Za-z0-9_-]{43}))[A-Za-z0-9_-]+");

    /** The line without what is shaped like a credential. */
    public static String apply(String line) {
        String masked = PARAMETER.matcher(line).replaceAll("$1=redacted");
        masked = HEADER.matcher(masked).replaceAll("$1 redacted");
        masked = BOT.matcher(masked).replaceAll("$1redacted");
        return COOKIE.matcher(masked).replaceAll("$1=redacted");
    }

    private CredentialMask() {}
}
