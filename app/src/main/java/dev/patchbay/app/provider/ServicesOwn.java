package dev.patchbay.app.provider;

import java.util.Set;

/** How the settings of the service itself begin. No plug-in gets to read one of these. */
final class ServicesOwn {
    static final Set<String> WORDS = Set.of(
            "ACME",
            "BIND",
            "BOT",
            "CERTBOT",
            "CHAT",
            "DATABASE",
            "DOMAIN",
            "DRAIN",
            "EAB",
            "ENCRYPTION",
            "FORWARDED",
            "FRONTEND",
            "HTTP",
            "HTTPS",
            "IDLE",
            "JAVA",
            "JWT",
            "LIMIT",
            "LIMITS",
            "LOG",
            "MANAGEMENT",
            "MASTER",
            "MAX",
            "NEXT",
            "OIDC",
            "OPERATOR",
            "OTEL",
            "PAGE",
            "PATCHBAY",
            "PLUGINS",
            "PORT",
            "REQUEST",
            "SANDBOX",
            "SPOOL",
            "TELEGRAM",
            "TLS",
            "TRACES",
            "TRANSIT",
            "TRUSTED",
            "VAULT");

    private ServicesOwn() {}
}
