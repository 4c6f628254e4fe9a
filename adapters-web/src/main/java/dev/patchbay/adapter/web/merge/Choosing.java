package dev.patchbay.adapter.web.merge;

import dev.patchbay.domain.merge.MergeChoice;
import dev.patchbay.domain.provider.ProviderId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be kept, as clients say it.
 *
 * @param keep {@code this} (the default) or {@code other}
 * @param connections platforms whose connection is taken from the account that ends
 * @param methods providers whose sign-in is taken from the account that ends
 */
record Choosing(Optional<String> keep, List<String> connections, List<String> methods) {

    /** From a query, where lists are separated by commas. */
    static Choosing of(Optional<String> keep, Optional<String> connections, Optional<String> methods) {
        return new Choosing(keep, split(connections), split(methods));
    }

    private static List<String> split(Optional<String> list) {
        return list.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Empty when something in it is no such word. */
    Optional<MergeChoice> choice() {
        boolean other = keep.filter("other"::equals).isPresent();
        Set<ProviderId> ofConnections = ids(connections);
        Set<ProviderId> ofMethods = ids(methods);
        boolean sense = (other || keep.orElse("this").equals("this"))
                && ofConnections.size() == Set.copyOf(connections).size()
                && ofMethods.size() == Set.copyOf(methods).size();
        return sense ? Optional.of(new MergeChoice(other, ofConnections, ofMethods)) : Optional.empty();
    }

    private static Set<ProviderId> ids(List<String> words) {
        return words.stream().flatMap(word -> ProviderId.parse(word).stream()).collect(Collectors.toSet());
    }
}
