package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RotationTable extends GenericRepository<RotationRow, ProviderId> {

    @Query(nativeQuery = true, value = "INSERT INTO rotation (platform, seen_at) VALUES (:platform, :seenAt)")
    int insert(RotationRow row);

    @Query(nativeQuery = true, value = "SELECT platform, seen_at FROM rotation WHERE platform = :platform")
    Optional<RotationRow> find(@ProviderName ProviderId platform);
}
