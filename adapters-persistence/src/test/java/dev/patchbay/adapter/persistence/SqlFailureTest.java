package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "23000, 1062, DUPLICATE",
        "23505, 23505, DUPLICATE",
        "23000, 1452, ORPHAN",
        "40001, 1213, CONTENTION",
        "HY000, 1205, CONTENTION",
        "HY000, 1290, READ_ONLY",
        "08S01, 0, OUTAGE",
        "HY000, 1021, OUTAGE",
        "90098, 90098, CLOSED",
        "42000, 1064, DEFECT"
    })
    void a_code_has_one_meaning_on_every_engine(String state, int code, SqlFailure meaning) {
        assertThat(SqlFailure.of(new SQLException("x", state, code))).isEqualTo(meaning);
    }

    @Test
    void a_full_or_lost_disk_under_an_embedded_database_is_an_outage_and_no_defect_of_ours() {
        MVStoreException full =
                DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "x", new IOException("No space left"));

        assertThat(SqlFailure.of(new SQLException("x", "HY000", 50_000, full))).isEqualTo(SqlFailure.OUTAGE);
        assertThat(SqlFailure.of(new SQLException("x", "HY000", 50_000))).isEqualTo(SqlFailure.DEFECT);
    }
}
