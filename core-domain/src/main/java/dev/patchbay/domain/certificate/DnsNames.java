package dev.patchbay.domain.certificate;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the names of hosts, as RFC 1123 and IDNA have them. */
final class DnsNames {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int LONGEST = 253;

    /** The JDK knows IDNA 2003 only, which makes other names of these: sharp s, final sigma and the two joiners. */
    private static final Pattern DEVIATING = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private DnsNames() {}

    static boolean isPlain(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /** In lower case and A-labels. @throws Unfit when it is not the name of a host */
    static String read(String written) throws Unfit {
        if (written.contains("*")) {
            throw new Unfit("is a wildcard, which cannot be proven over HTTP; name each host");
        }
        if (written.contains("/")) {
            throw new Unfit("is a URL; give the host's name alone");
        }
        if (written.contains(":")) {
            throw new Unfit("has a port; give the host's name alone");
        }
        if (DEVIATING.matcher(written).find()) {
            throw new Unfit("has letters that old and new rules treat differently; write it in A-labels (xn--...)");
        }
        String name = toAscii(written).toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!isPlain(bare)) {
            throw new Unfit("is not the name of a host");
        }
        return bare;
    }

    private static String toAscii(String written) throws Unfit {
        try {
            return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new Unfit("is not the name of a host");
        }
    }

    /** Why a text is no name, to follow it in a sentence. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Unfit(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
