package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.domain.account.AccountId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActivityTable extends GenericRepository<ActivityRow, AccountId> {

    @Query(nativeQuery = true, value = """
        INSERT INTO activity (account_id, at, kind, provider, detail, ref, digest)
        VALUES (:accountId, :at, :kind, :provider, :detail, :ref, :digest)
        """)
    int insert(ActivityRow row);

    @Query(nativeQuery = true, value = """
        SELECT account_id, at, kind, provider, detail, ref, digest FROM activity
        WHERE account_id = :accountId ORDER BY at DESC, id DESC LIMIT :limit
        """)
    List<ActivityRow> recent(@Owner AccountId accountId, int limit);
}
