package dev.patchbay.pages.stage;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Behind a visitor's back: what the browser complains of on our pages, breaches of the content policy among it, and who else is asked for anything. */
final class Watch {
    private final URI ours;
    private final URI sandbox;
    private final List<String> wrong = new ArrayList<>();
    private final List<Predicate<String>> expected = new ArrayList<>();

    private Watch(URI ours, URI sandbox) {
        this.ours = ours;
        this.sandbox = sandbox;
    }

    static Watch over(BrowserContext context, URI ours, URI sandbox) {
        Watch watch = new Watch(ours, sandbox);
        context.onConsoleMessage(watch::said);
        context.onWebError(error -> watch.wrong.add("a script failed: " + error.error()));
        context.onRequest(watch::asked);
        return watch;
    }

    private void said(ConsoleMessage message) {
        boolean onOurs = message.location().startsWith(ours.toString())
                || (message.page() != null && message.page().url().startsWith(ours.toString()));
        if (onOurs && (message.type().equals("error") || message.text().contains("Content Security Policy"))) {
            wrong.add("the console says: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void asked(Request request) {
        URI address = URI.create(request.url());
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (web
                && !ours.getAuthority().equals(address.getAuthority())
                && !sandbox.getAuthority().equals(address.getAuthority())) {
            wrong.add("somebody else is asked for something: " + address);
        }
    }

    /** Complaints with these words belong to the story. */
    void expects(String words) {
        expected.add(complaint -> complaint.contains(words));
    }

    List<String> complaints() {
        return wrong.stream()
                .filter(complaint -> expected.stream().noneMatch(one -> one.test(complaint)))
                .distinct()
                .toList();
    }
}
