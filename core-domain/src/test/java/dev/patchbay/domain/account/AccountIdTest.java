package dev.patchbay.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @Test
    void an_account_id_is_mmp_and_a_uuid() {
        var uuid = UUID.fromString("2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0");

        assertThat(AccountId.of(uuid)).hasToString("mmp_2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0");
        assertThat(AccountId.parse("mmp_" + uuid)).contains(AccountId.of(uuid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mmp_",
                "2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0",
                "MMP_2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0",
                "mmp_2F1F1F8E-5D0C-4A57-9B59-7D4CB4A3F6F0",
                "mmp_2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0\n",
                " mmp_2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0",
                "mmp_2f1f1f8e5d0c4a579b597d4cb4a3f6f0",
                "mmp_1-1-1-1-1",
                "mmp_2f1f1f8e-5d0c-4a57-9b59-7d4cb4a3f6f0' or '1'='1"
            })
    void nothing_else_is_one(String text) {
        assertThat(AccountId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(text));
    }

    @Test
    void renaming_changes_the_name_alone() {
        var account = new Account(AccountId.of(new UUID(1, 2)), new DisplayName("Ann"), Instant.EPOCH);

        assertThat(account.renamed(new DisplayName("Anna")))
                .isEqualTo(new Account(account.id(), new DisplayName("Anna"), Instant.EPOCH));
    }
}
