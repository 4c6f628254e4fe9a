package dev.patchbay.domain.activity;

import dev.patchbay.domain.vault.Fingerprint;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the audit chain was once; kept elsewhere, it shows that nothing before it was cut off since. Printed as {@code number:digest}. */
public record AuditHead(long number, Fingerprint head) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /** Empty for what is no such text. */
    public static Optional<AuditHead> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AuditHead(
                        Long.parseLong(matcher.group(1)),
                        Fingerprint.stored(HexFormat.of().parseHex(matcher.group(2)))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + ":" + head.hex();
    }
}
