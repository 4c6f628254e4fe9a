package dev.patchbay.adapter.web.page;

import java.net.URI;

/** What our pages may do, as Content-Security-Policy. Scripts and styles come from our own files alone. */
final class ContentPolicy {
    static final String HEADER = "Content-Security-Policy";

    private static final String COMMON =
            "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; " + "frame-ancestors 'none'; ";

    /** The viewer of the API description draws some icons from data addresses; its forms are handled by script. */
    static final String DOCS = COMMON + "style-src 'self'; img-src 'self' data:; form-action 'none'";

    private ContentPolicy() {}

    /**
     * Without scripts, the sign-in form is posted to us and we redirect to the provider. Browsers apply
     * {@code form-action} to that redirect as well, and the providers' addresses are theirs to choose; so any address of
     * the kind the service itself has is allowed. (Plain http is only ever ours on a loopback address.)
     */
    static String startPage(URI baseUrl) {
        String forms = "https".equals(baseUrl.getScheme()) ? "'self' https:" : "'self' https: http:";
        return COMMON + "style-src 'self'; img-src 'self'; form-action " + forms;
    }
}
