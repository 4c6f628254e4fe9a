package dev.patchbay.domain.merge;

import dev.patchbay.domain.provider.ProviderId;
import java.util.Set;

/**
 * What a person decided where there is room for one of two. Unsaid, everything is as in the account that is kept.
 *
 * @param keepOther whether the account that was proven besides is kept, in place of the one that they are signed in to
 * @param connectionsOfEnded platforms whose connection is taken from the account that ends
 * @param methodsOfEnded providers whose sign-in is taken from the account that ends
 */
public record MergeChoice(boolean keepOther, Set<ProviderId> connectionsOfEnded, Set<ProviderId> methodsOfEnded) {
    /** Everything unsaid. */
    public static final MergeChoice USUAL = new MergeChoice(false, Set.of(), Set.of());

    public MergeChoice {
        connectionsOfEnded = Set.copyOf(connectionsOfEnded);
        methodsOfEnded = Set.copyOf(methodsOfEnded);
    }
}
