package dev.patchbay.adapter.microsoft;

import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where Microsoft is, and who may sign in.
 *
 * @param place {@code MICROSOFT_AUTHORITY} without its last part
 * @param door its last part: whose accounts are taken
 */
record MicrosoftSettings(URI place, Door door) {
    static final URI REAL_PLACE = URI.create("https://login.microsoftonline.com");
    private static final String NAME = "MICROSOFT_AUTHORITY";

    static MicrosoftSettings read(Settings settings) {
        MicrosoftSettings usual = new MicrosoftSettings(REAL_PLACE, new Door("common"));
        String text = settings.url(NAME, URI.create(usual.authority())).toString();
        // What the portal shows as the endpoint ends so.
        String authority = text.endsWith("/v2.0") ? text.substring(0, text.length() - "/v2.0".length()) : text;
        int end = authority.lastIndexOf('/');
        return Door.named(authority.substring(end + 1))
                .map(door -> new MicrosoftSettings(URI.create(authority.substring(0, end)), door))
                .orElseGet(() -> {
                    settings.problem(
                            NAME,
                            "must end in /common, /organizations, /consumers or the tenant's id (a GUID; its name will"
                                    + " not do, because tokens never say it)");
                    return usual;
                });
    }

    /** The address in front of {@code /v2.0}. */
    String authority() {
        return place + "/" + door.path();
    }

    boolean isReal() {
        return place.equals(REAL_PLACE);
    }
}
