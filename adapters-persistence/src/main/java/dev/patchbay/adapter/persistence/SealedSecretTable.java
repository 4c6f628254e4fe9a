package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SealedSecretTable extends GenericRepository<SealedSecretRow, String> {

    @Query(nativeQuery = true, value = "INSERT INTO sealed_secret (name, sealed) VALUES (:name, :sealed)")
    int insert(SealedSecretRow row);

    @Query(nativeQuery = true, value = "SELECT name, sealed FROM sealed_secret WHERE name = :name")
    Optional<SealedSecretRow> find(@Exact String name);
}
