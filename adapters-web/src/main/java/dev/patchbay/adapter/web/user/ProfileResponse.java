package dev.patchbay.adapter.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.usecase.account.ManageAccount.Profile;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * E-mail and picture are what the sign-in method used last says; for display.
 *
 * @param language null when the person never chose one
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProfileResponse(
        String id,
        String displayName,
        @Nullable String email,
        @Nullable String picture,
        @Nullable String language,
        String createdAt,
        List<String> providers) {

    static ProfileResponse of(Profile profile) {
        Account account = profile.account();
        List<SignInMethod> methods = profile.methods();
        return new ProfileResponse(
                account.id().value(),
                account.displayName().value(),
                latest(methods, ExternalIdentity::email),
                latest(methods, ExternalIdentity::picture),
                account.language().map(Language::code).orElse(null),
                Times.text(account.createdAt()),
                methods.stream()
                        .map(method -> method.identity().provider().value())
                        .sorted()
                        .toList());
    }

    private static @Nullable String latest(
            List<SignInMethod> methods, Function<ExternalIdentity, Optional<String>> what) {
        return methods.stream()
                .sorted(Comparator.comparing(SignInMethod::lastUsedAt).reversed())
                .flatMap(method -> what.apply(method.identity()).stream())
                .findFirst()
                .orElse(null);
    }
}
