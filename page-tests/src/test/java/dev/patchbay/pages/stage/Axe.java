package dev.patchbay.pages.stage;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks for what keeps people out: contrast, names, roles, order. Only what axe calls serious or critical counts. */
public final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          return found.violations
            .filter(one => one.impact === 'serious' || one.impact === 'critical')
            .flatMap(one => one.nodes.map(node => ({
              rule: one.id, help: one.help, where: node.target.join(' '), html: node.html, advice: node.failureSummary })));
        }
        """;

    /** What is wrong on what is shown now, a line for each element, with a selector and advice; none in a good page. */
    public static List<String> faults(Page page) {
        page.evaluate(SOURCE);
        List<String> faults = new ArrayList<>();
        for (Object one : (List<?>) page.evaluate(RUN)) {
            Map<?, ?> fault = (Map<?, ?>) one;
            faults.add("%s at %s: %s. %s%n    %s"
                    .formatted(
                            fault.get("rule"),
                            fault.get("where"),
                            fault.get("help"),
                            String.valueOf(fault.get("advice")).replaceAll("\\s+", " "),
                            fault.get("html")));
        }
        return faults;
    }

    private static String source() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\n;true";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Axe() {}
}
