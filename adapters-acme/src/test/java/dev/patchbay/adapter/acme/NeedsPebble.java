package dev.patchbay.adapter.acme;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skipped where Pebble is not installed. */
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.patchbay.adapter.acme.Pebble#isInstalled",
        disabledReason = "there is no ACME server to try it on; install Debian's package pebble")
public @interface NeedsPebble {}
