package dev.patchbay.adapter.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DataKeyTable extends GenericRepository<DataKeyRow, String> {

    @Query(nativeQuery = true, value = """
        SELECT owner, number, vault_key, wrapped, created_at FROM data_key
        WHERE owner = :owner ORDER BY number DESC LIMIT 1
        """)
    Optional<DataKeyRow> newest(String owner);

    @Query(nativeQuery = true, value = """
        SELECT owner, number, vault_key, wrapped, created_at FROM data_key
        WHERE owner = :owner AND number = :number
        """)
    Optional<DataKeyRow> find(String owner, int number);

    @Query(nativeQuery = true, value = "DELETE FROM data_key WHERE owner = :owner")
    int destroy(String owner);
}
