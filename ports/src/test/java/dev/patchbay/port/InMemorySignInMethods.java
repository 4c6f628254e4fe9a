package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.signin.SignInMethods;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemorySignInMethods implements SignInMethods {

    private final InMemoryState state;

    InMemorySignInMethods(InMemoryState state) {
        this.state = state;
    }

    static boolean same(ExternalIdentity a, ExternalIdentity b) {
        return a.provider().equals(b.provider())
                && a.issuer().equals(b.issuer())
                && a.subject().equals(b.subject());
    }

    @Override
    public Optional<SignInMethod> find(ExternalIdentity identity) {
        return state.act(() -> lookUp(identity));
    }

    @Override
    public List<SignInMethod> of(AccountId account) {
        return state.act(() -> state.methods.stream()
                .filter(method -> method.account().equals(account))
                .sorted(comparing(SignInMethod::linkedAt)
                        .thenComparing(method -> method.identity().provider()))
                .toList());
    }

    @Override
    public LinkOutcome link(SignInMethod method) {
        return state.act(() -> {
            state.requireAccount(method.account());
            Optional<SignInMethod> there = lookUp(method.identity());
            if (there.isPresent()) {
                return there.get().account().equals(method.account()) ? LinkOutcome.ALREADY_YOURS : LinkOutcome.TAKEN;
            }
            if (of(method.account()).stream()
                    .anyMatch(m -> isOf(method.identity().provider(), m))) {
                return LinkOutcome.PROVIDER_IN_USE;
            }
            state.methods.add(method);
            return LinkOutcome.LINKED;
        });
    }

    @Override
    public void used(ExternalIdentity identity, Instant at) {
        state.run(() -> state.methods.replaceAll(method -> same(method.identity(), identity)
                ? new SignInMethod(method.account(), identity, method.linkedAt(), at)
                : method));
    }

    @Override
    public UnlinkOutcome unlink(AccountId account, ProviderId provider) {
        return state.act(() -> {
            List<SignInMethod> own = of(account);
            Optional<SignInMethod> leaving =
                    own.stream().filter(method -> isOf(provider, method)).findFirst();
            if (leaving.isEmpty()) {
                return UnlinkOutcome.NOT_LINKED;
            }
            if (own.size() == 1) {
                return UnlinkOutcome.LAST_ONE;
            }
            state.methods.remove(leaving.get());
            return UnlinkOutcome.UNLINKED;
        });
    }

    private Optional<SignInMethod> lookUp(ExternalIdentity identity) {
        return state.methods.stream()
                .filter(method -> same(method.identity(), identity))
                .findFirst();
    }

    private static boolean isOf(ProviderId provider, SignInMethod method) {
        return method.identity().provider().equals(provider);
    }
}
