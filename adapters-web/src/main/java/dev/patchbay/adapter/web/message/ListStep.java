package dev.patchbay.adapter.web.message;

import dev.patchbay.domain.provider.ProviderDescriptor;

/** What the owner of an app does at the platform so that it serves somebody with it. */
public final class ListStep {

    private ListStep() {}

    /** A plain sentence for the owner, or for somebody who passes it on to them. */
    public static String words(ProviderDescriptor platform) {
        return "Open the app in %s's developer dashboard (%s), go to User Management, and add the person by name and by the e-mail address of their %s account."
                .formatted(platform.name(), platform.console(), platform.name());
    }
}
