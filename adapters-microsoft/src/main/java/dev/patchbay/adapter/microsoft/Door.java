package dev.patchbay.adapter.microsoft;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose accounts are taken. Microsoft does not promise to keep the others out; whoever reads the token does (see the link).
 *
 * @param path the last part of the authority: {@code common} for everybody, {@code organizations} for all but personal accounts,
 *     {@code consumers} for those alone, or one tenant's GUID in lower case
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/claims-validation">Validate the tenant</a>
 */
record Door(String path) {
    static final Pattern TENANT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The tenant of all personal accounts. */
    private static final String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** The door of that name, in whatever case; empty when there is none. */
    static Optional<Door> named(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        boolean known =
                switch (name) {
                    case "common", "organizations", "consumers" -> true;
                    default -> TENANT.matcher(name).matches();
                };
        return known ? Optional.of(new Door(name)) : Optional.empty();
    }

    /** The tenant in the issuer that its metadata name; the template, literally, where there are several. */
    String tenantInMetadata() {
        return switch (path) {
            case "common", "organizations" -> TenantIssuers.TEMPLATE;
            case "consumers" -> CONSUMERS;
            default -> path;
        };
    }

    /** Whether people of this tenant, a GUID in lower case, may come in. */
    boolean takes(String tenant) {
        return switch (path) {
            case "common" -> true;
            case "organizations" -> !tenant.equals(CONSUMERS);
            case "consumers" -> tenant.equals(CONSUMERS);
            default -> tenant.equals(path);
        };
    }
}
