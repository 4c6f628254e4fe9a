package dev.patchbay.app;

import java.util.List;

/** The service does not start as it is set up; each line says what is wrong and what to do. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    StartRefused(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
