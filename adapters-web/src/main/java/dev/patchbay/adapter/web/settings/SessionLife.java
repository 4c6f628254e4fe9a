package dev.patchbay.adapter.web.settings;

import java.time.Duration;

/** How long a session lasts, and with it its token and cookie; one to ninety days. */
public record SessionLife(Duration value) {}
