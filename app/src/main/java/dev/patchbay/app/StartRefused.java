package dev.patchbay.app;

import dev.patchbay.app.settings.SettingProblem;
import java.util.List;

/** The service does not start as it is set up; each line says what is wrong and what to do. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    StartRefused(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    /** @throws StartRefused with one line for each problem, if there is any */
    static void unlessNone(List<SettingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new StartRefused(
                    problems.stream().map(SettingProblem::toString).toList());
        }
    }

    public List<String> lines() {
        return lines;
    }
}
