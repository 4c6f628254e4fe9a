package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.party.AuthorizeRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The boxes of the consent page: asked for two or more scopes that are not about signing in, a person may leave some out, and what they
 * left ticked is granted.
 */
final class GoogleTicks {
    /** Says that there were boxes; a browser sends nothing of those that are not ticked. */
    static final String SHOWN = "ticks";

    private static final String BOX = "tick ";
    private static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "email", "profile");

    private GoogleTicks() {}

    /** The scopes that have boxes; none when there is only one that could have. */
    static List<String> boxes(AuthorizeRequest wish) {
        List<String> boxes = wish.scopes().stream()
                .filter(scope -> !SIGN_IN_SCOPES.contains(scope))
                .toList();
        return boxes.size() > 1 ? boxes : List.of();
    }

    static String nameOf(String scope) {
        return BOX + scope;
    }

    /** The form's fields with all boxes ticked but these. */
    static Map<String, String> allBut(AuthorizeRequest wish, String... unticked) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(SHOWN, "shown"));
        Set<String> without = Set.of(unticked);
        boxes(wish).stream()
                .filter(scope -> !without.contains(scope))
                .forEach(scope -> fields.put(nameOf(scope), "on"));
        return fields;
    }

    /** The request as it was granted. */
    static AuthorizeRequest granted(AuthorizeRequest decided) {
        if (decided.get(SHOWN).isEmpty()) {
            return decided;
        }
        Set<String> granted = new LinkedHashSet<>(decided.scopes());
        boxes(decided).stream()
                .filter(scope -> decided.get(nameOf(scope)).isEmpty())
                .forEach(granted::remove);
        return decided.granting(granted);
    }
}
