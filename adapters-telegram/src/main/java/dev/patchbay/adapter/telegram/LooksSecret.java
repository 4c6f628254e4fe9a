package dev.patchbay.adapter.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether somebody wrote what should never stand in a chat. Wrong now and then, and rather too careful: a removed message can be written again. */
final class LooksSecret {
    private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_~.\\-]{24,}");
    private static final Pattern BOT_TOKEN = Pattern.compile("[0-9]{6,16}:[A-Za-z0-9_-]{30,}");
    private static final Pattern ACCOUNT = Pattern.compile("mmp_[0-9a-f-]{36}");
    private static final Pattern AROUND = Pattern.compile("^[\"'`(<\\[]+|[\"'`)>\\],;.!?]+$");

    private LooksSecret() {}

    static boolean is(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("client_secret")
                || lower.contains("refresh_token")
                || lower.contains("access_token")
                || Arrays.stream(text.split("[\\s=]+")).anyMatch(LooksSecret::isWord);
    }

    private static boolean isWord(String word) {
        String bare = AROUND.matcher(word).replaceAll("");
        return BOT_TOKEN.matcher(bare).matches()
                || (RANDOM.matcher(bare).matches() && !ACCOUNT.matcher(bare).matches());
    }
}
