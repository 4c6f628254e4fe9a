package dev.patchbay.usecase.offender;

import jakarta.inject.Singleton;

@Singleton
public final class IsABean {}
