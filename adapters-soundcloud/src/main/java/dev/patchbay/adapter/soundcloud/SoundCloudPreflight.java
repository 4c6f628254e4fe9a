package dev.patchbay.adapter.soundcloud;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.Json;

/** What a token of the app's own tells of an app before anybody consents with it. */
final class SoundCloudPreflight {
    private static final Finding REDIRECT = new Finding.NotChecked(
            "SoundCloud looks at it only once somebody is signed in there: compare it with the app's page character by"
                    + " character.");
    private static final Finding APP = new Finding.NotChecked("SoundCloud says nothing of the app before that.");

    private SoundCloudPreflight() {}

    static AppFindings of(HttpAnswer answer) {
        if (!(answer instanceof Answered answered)) {
            return unknown("SoundCloud gave no answer.");
        }
        boolean granted = answered.isSuccess()
                && answered.body()
                        .object()
                        .flatMap(json -> Json.text(json, "access_token"))
                        .isPresent();
        if (granted) {
            return new AppFindings(
                    new Finding.Good("SoundCloud knows it."),
                    new Finding.Good("SoundCloud accepts it."),
                    REDIRECT,
                    APP);
        }
        boolean refused = answered.status() < 500
                && answered.body()
                        .object()
                        .flatMap(json -> Json.text(json, "error"))
                        .filter("invalid_client"::equals)
                        .isPresent();
        if (refused) {
            Finding either = new Finding.Wrong(
                    "SoundCloud does not accept client id and secret together and does not say which is wrong: compare"
                            + " both.");
            return new AppFindings(either, either, REDIRECT, APP);
        }
        return unknown(
                answered.status() == 429
                        ? "SoundCloud asked for a pause; check again later."
                        : "SoundCloud's answer says nothing about the app (status " + answered.status() + ").");
    }

    private static AppFindings unknown(String why) {
        Finding unknown = new Finding.NotChecked(why);
        return new AppFindings(unknown, unknown, REDIRECT, unknown);
    }
}
