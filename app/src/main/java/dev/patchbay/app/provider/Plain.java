package dev.patchbay.app.provider;

/** What strange code says, cut and on one line. */
final class Plain {
    private static final int LONGEST = 300;

    private Plain() {}

    static String of(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return line(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    static String line(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    }
}
