package dev.patchbay.adapter.web.limit;

import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code LIMITS} and {@code LIMIT_…}.
 *
 * @param perMinute how many of each a minute, and as many at once after a rest; families that are not limited are not in it
 */
record LimitSettings(Map<Family, Integer> perMinute) implements ModuleSettings {
    static final String LIMITS = "LIMITS";
    private static final int MOST = 1_000_000;

    LimitSettings {
        perMinute = Map.copyOf(perMinute);
    }

    static LimitSettings read(Settings settings) {
        Map<Family, Integer> perMinute = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            if (!family.setting().isEmpty()) {
                int number = settings.number(family.setting(), family.usual(), 0, MOST);
                if (number > 0) {
                    perMinute.put(family, number);
                }
            }
        }
        String word = settings.text(LIMITS).orElse("on").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "on" -> new LimitSettings(perMinute);
            case "off" -> new LimitSettings(Map.of());
            default -> {
                settings.problem(LIMITS, "must be on or off");
                yield new LimitSettings(perMinute);
            }
        };
    }
}
