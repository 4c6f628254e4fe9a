package dev.patchbay.architecture.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which module may know which (ADR 0001), read from the poms: what Maven does not put on the class path cannot be imported. */
final class MavenArrows {
    private static final Map<String, Set<String>> CORE = Map.of(
            "core-domain", Set.of(),
            "ports", Set.of("core-domain"),
            "use-cases", Set.of("core-domain", "ports"),
            "sandbox", Set.of());
    private static final Set<String> WITHOUT_LIBRARIES = Set.of("core-domain", "ports", "use-cases");
    private static final Set<String> ADAPTERS_FACING_PEOPLE = Set.of("adapters-web");
    private static final Set<String> SEE_EVERYTHING =
            Set.of("app", "architecture-tests", "benchmarks", "fault-tests", "page-tests");
    private static final Set<String> MAY_KNOW_APP =
            Set.of("architecture-tests", "benchmarks", "fault-tests", "page-tests");

    /** One sentence of advice for each arrow of this pom that the walls forbid. */
    static List<String> brokenBy(Pom pom) {
        List<String> found = new ArrayList<>();
        for (Pom.Dependency dependency : pom.dependencies()) {
            String what = pom.artifactId() + "/pom.xml: " + dependency.artifactId() + " (" + dependency.scope() + ")";
            if (!dependency.isOurs()) {
                if (WITHOUT_LIBRARIES.contains(pom.artifactId()) && !dependency.isForTests()) {
                    found.add(what
                            + ": this module knows no library; put a port in front of it and use it in an adapter");
                }
            } else if (dependency.artifactId().equals("app")) {
                if (!MAY_KNOW_APP.contains(pom.artifactId())) {
                    found.add(what + ": nobody knows app; move what is needed into the module that owns it");
                }
            } else if (!dependency.isForTests() && !SEE_EVERYTHING.contains(pom.artifactId())) {
                Set<String> may = mayKnow(pom.artifactId());
                if (!may.contains(dependency.artifactId())) {
                    found.add(what + ": it may know " + new TreeSet<>(may)
                            + "; turn the arrow round with a port, or share through adapters-oauth (ADR 0001, 0003)");
                }
            }
        }
        return found;
    }

    /** The modules of ours that this one may have outside its tests. */
    private static Set<String> mayKnow(String module) {
        if (CORE.containsKey(module)) {
            return CORE.get(module);
        }
        if (module.equals("adapters-telegram")) {
            // Faces people and calls an outside party.
            return Set.of("core-domain", "ports", "use-cases", "adapters-oauth");
        }
        if (ADAPTERS_FACING_PEOPLE.contains(module)) {
            return Set.of("core-domain", "ports", "use-cases");
        }
        if (module.equals("adapters-oauth")) {
            return Set.of("core-domain", "ports");
        }
        if (module.startsWith("adapters-")) {
            return Set.of("core-domain", "ports", "adapters-oauth");
        }
        throw new AssertionError("module " + module + " has no place in the walls; give it one here and in ADR 0001");
    }

    private MavenArrows() {}
}
