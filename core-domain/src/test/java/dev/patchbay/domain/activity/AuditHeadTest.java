package dev.patchbay.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditHeadTest {

    @Test
    void what_is_printed_can_be_read_again() {
        AuditHead head = new AuditHead(42, Secret.of("a head").fingerprint());

        assertThat(AuditHead.parse(head.toString())).contains(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "42", "42:", "0:00", "-1:0000000000000000000000000000000000000000000000000000000000000000"})
    void anything_else_is_no_head(String text) {
        assertThat(AuditHead.parse(text)).isEmpty();
    }
}
