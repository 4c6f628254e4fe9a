package dev.patchbay.pages.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a class of stories: each test gets a {@link Stage} as its parameter. All share one demo and one browser. Without chromium the
 * stories are left out and say so; with {@code CI} set they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Theatre.class)
public @interface OnStage {}
