package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;

/** What a signed call for nobody tells of an app: here the errors say which half of it is wrong. */
final class LastfmPreflight {
    private static final Finding REDIRECT =
            new Finding.NotChecked("Last.fm is told with each request where to come back to; nothing is compared.");
    private static final Finding GOOD_APP = new Finding.Good("Last.fm serves it.");
    private static final Finding GOOD_KEY = new Finding.Good("Last.fm knows the API key.");

    private LastfmPreflight() {}

    static AppFindings of(LastfmAnswer answer) {
        return switch (answer) {
            case LastfmAnswer.Said said ->
                new AppFindings(GOOD_KEY, new Finding.Good("Last.fm accepts the shared secret."), REDIRECT, GOOD_APP);
            case LastfmAnswer.KeyRefused() ->
                new AppFindings(
                        new Finding.Wrong(
                                "Last.fm does not accept the API key, or has suspended it: compare it with your API"
                                        + " account."),
                        new Finding.NotChecked("Last.fm complained of the API key, which leaves this open."),
                        REDIRECT,
                        new Finding.NotChecked("Last.fm refused the API key before it looked closer."));
            case LastfmAnswer.SecretRefused() ->
                new AppFindings(
                        GOOD_KEY,
                        new Finding.Wrong(
                                "Last.fm does not accept calls signed with this shared secret: copy it again from your"
                                        + " API account."),
                        REDIRECT,
                        GOOD_APP);
            case LastfmAnswer.TooMany many -> unknown("Last.fm asked for a pause; check again later.");
            case LastfmAnswer.NotAllowed() -> unknown("Last.fm's answer says nothing about the app.");
            case LastfmAnswer.Nothing nothing -> unknown("Last.fm gave no answer of use.");
        };
    }

    private static AppFindings unknown(String why) {
        Finding unknown = new Finding.NotChecked(why);
        return new AppFindings(unknown, unknown, REDIRECT, unknown);
    }
}
