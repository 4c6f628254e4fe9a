package dev.patchbay.adapter.microsoft;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose accounts are taken. Microsoft does not promise to keep the others out; whoever reads the token does (see the link).
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/claims-validation">Validate the tenant</a>
 */
sealed interface Door {
    /** The tenant of all personal accounts. */
    String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    Pattern TENANT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The last part of the authority. */
    String path();

    /** The tenant in the issuer that its metadata name; the template, literally, where there are several. */
    String tenantInMetadata();

    /** Whether people of this tenant, a GUID in lower case, may come in. */
    boolean takes(String tenant);

    /** The door of that name; empty when there is none. */
    static Optional<Door> named(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "common" -> Optional.of(new Common());
            case "organizations" -> Optional.of(new Organizations());
            case "consumers" -> Optional.of(new Consumers());
            default -> TENANT.matcher(name).matches() ? Optional.of(new Tenant(name)) : Optional.empty();
        };
    }

    /** Everybody. */
    record Common() implements Door {
        @Override
        public String path() {
            return "common";
        }

        @Override
        public String tenantInMetadata() {
            return TenantIssuers.TEMPLATE;
        }

        @Override
        public boolean takes(String tenant) {
            return true;
        }
    }

    /** Accounts of any organization, no personal ones. */
    record Organizations() implements Door {
        @Override
        public String path() {
            return "organizations";
        }

        @Override
        public String tenantInMetadata() {
            return TenantIssuers.TEMPLATE;
        }

        @Override
        public boolean takes(String tenant) {
            return !tenant.equals(CONSUMERS);
        }
    }

    /** Personal accounts. */
    record Consumers() implements Door {
        @Override
        public String path() {
            return "consumers";
        }

        @Override
        public String tenantInMetadata() {
            return CONSUMERS;
        }

        @Override
        public boolean takes(String tenant) {
            return tenant.equals(CONSUMERS);
        }
    }

    /** One organization. */
    record Tenant(String id) implements Door {
        @Override
        public String path() {
            return id;
        }

        @Override
        public String tenantInMetadata() {
            return id;
        }

        @Override
        public boolean takes(String tenant) {
            return tenant.equals(id);
        }
    }
}
