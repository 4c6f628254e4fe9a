package dev.patchbay.pages.stage;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One story's part of the run: its visitors, each with a browser of their own as far as they can tell, and orders to the outside world.
 * Ends after the story, and fails it when the browser complained of anything meanwhile.
 */
public final class Stage implements AutoCloseable {
    private static final Set<String> NAMES = new HashSet<>();

    private final Demo demo;
    private final Chromium chromium;
    private final ControlDesk desk;
    private final List<Visitor> visitors = new ArrayList<>();

    Stage(Demo demo, Chromium chromium) {
        this.demo = demo;
        this.chromium = chromium;
        this.desk = new ControlDesk(demo.sandbox());
    }

    /** Somebody new with that name, at a usual window in light colours, with English as language. */
    public Visitor visitor(String name) {
        return visitor(name, options -> options);
    }

    /** Somebody new with that name, whose browser is somewhat different. */
    public Visitor visitor(String name, UnaryOperator<NewContextOptions> different) {
        if (!NAMES.add(name)) {
            throw new IllegalArgumentException(name + " is in another story already; stories share a demo");
        }
        return at(new Person(name), different);
    }

    /** The same person at another browser. */
    public Visitor elsewhere(Visitor visitor, UnaryOperator<NewContextOptions> different) {
        return at(visitor.person(), different);
    }

    private Visitor at(Person person, UnaryOperator<NewContextOptions> different) {
        NewContextOptions usual = new NewContextOptions()
                .setBaseURL(demo.page().toString())
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(1280, 900);
        BrowserContext context = chromium.browser().newContext(different.apply(usual));
        context.setDefaultTimeout(Chromium.patienceMillis());
        Visitor visitor = new Visitor(person, context, Watch.over(context, demo.page(), demo.sandbox()), desk);
        visitors.add(visitor);
        return visitor;
    }

    /** Where orders to misbehave are given. */
    public ControlDesk outside() {
        return desk;
    }

    /** Where the page is. */
    public URI address() {
        return demo.page();
    }

    /** Makes somebody who is signed in look after the service: the demo is started again with their account as a setting. */
    public void makesOperator(Visitor visitor) {
        demo.restartWith(
                "OPERATOR_ACCOUNTS", visitor.data("/user/profile").get("id").getAsString());
    }

    /** What all visitors have before them, for whoever has to find out why the story went wrong. */
    List<String> seen(Path folder, String story) {
        List<String> all = new ArrayList<>();
        for (Visitor visitor : visitors) {
            all.add(visitor.seen(folder.resolve(story + "-" + all.size() + ".png")));
        }
        return all;
    }

    @Override
    public void close() {
        desk.mendAll();
        visitors.forEach(visitor -> visitor.context().close());
        List<String> complaints = visitors.stream()
                .flatMap(visitor -> visitor.watch().complaints().stream())
                .toList();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the story is told, but " + String.join("\n", complaints));
        }
    }
}
