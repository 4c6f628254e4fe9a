package dev.patchbay.port.provider;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says what of an adapter a case proves; {@code docs/providers.md} is made from what was seen. On a class: all of its cases do. The
 * class is a {@link Proving}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("proof")
@ExtendWith(ProofRecorder.class)
public @interface Proves {
    Promise value();
}
