package dev.patchbay.adapter.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VaultKeyTable extends GenericRepository<VaultKeyRow, Integer> {

    @Query(nativeQuery = true, value = """
        INSERT INTO vault_key (number, state, master_key_id, wrapped, created_at)
        VALUES (:number, :state, :masterKeyId, :wrapped, :createdAt)
        """)
    int insert(VaultKeyRow row);

    @Query(
            nativeQuery = true,
            value = "SELECT number, state, master_key_id, wrapped, created_at FROM vault_key ORDER BY number")
    List<VaultKeyRow> all();
}
