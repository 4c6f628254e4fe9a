package dev.patchbay.domain.clientapp;

/**
 * What a look at an app showed before anybody consented with it. Nothing is called good that was not seen to be good.
 *
 * @param redirectUri whether the one to send people back to is registered with the app
 * @param app whether the platform serves the app at all
 */
public record AppFindings(Finding clientId, Finding clientSecret, Finding redirectUri, Finding app) {
    /** One thing that was looked at, in plain words; never what the platform sent. */
    public sealed interface Finding {
        String words();

        /** Seen to be good. */
        record Good(String words) implements Finding {}

        /** Seen to be wrong; the words say what to do. */
        record Wrong(String words) implements Finding {}

        /** Not known; the words say why. */
        record NotChecked(String words) implements Finding {}
    }

    /** Nothing could be looked at, all for the same reason. */
    public static AppFindings none(String why) {
        Finding unknown = new Finding.NotChecked(why);
        return new AppFindings(unknown, unknown, unknown, unknown);
    }

    /** Whether the platform took the app's credentials. */
    public boolean credentialsAreGood() {
        return clientId instanceof Finding.Good && clientSecret instanceof Finding.Good;
    }
}
