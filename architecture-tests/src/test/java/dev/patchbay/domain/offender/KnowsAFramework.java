package dev.patchbay.domain.offender;

import jakarta.inject.Provider;

public interface KnowsAFramework {
    void use(Provider<String> provider);
}
