package dev.patchbay.adapter.web.message;

import dev.patchbay.domain.vault.Secret;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets requests bring secrets. Nothing writes them: an answer that carries one says so by a type of its own. */
@Singleton
final class SecretReader implements Deserializer<Secret> {

    /** An empty text is no secret. */
    @Override
    public @Nullable Secret deserialize(Decoder decoder, DecoderContext context, Argument<? super Secret> type)
            throws IOException {
        String text = decoder.decodeString();
        return text.isEmpty() ? null : Secret.of(text);
    }
}
