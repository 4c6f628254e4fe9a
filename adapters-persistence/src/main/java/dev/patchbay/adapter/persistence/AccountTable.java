package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.Fingerprint;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountTable extends GenericRepository<AccountRow, AccountId> {

    @Query(nativeQuery = true, value = """
        INSERT INTO account (id, display_name, created_at, language) VALUES (:id, :displayName, :createdAt, :language)
        """)
    int insert(AccountRow row);

    @Query(nativeQuery = true, value = "SELECT id, display_name, created_at, language FROM account WHERE id = :id")
    Optional<AccountRow> find(@Owner AccountId id);

    /** Nobody else gets past this for the same account until the transaction ends. */
    @Query(nativeQuery = true, value = """
        SELECT id, display_name, created_at, language FROM account WHERE id = :id FOR UPDATE
        """)
    Optional<AccountRow> lock(@Owner AccountId id);

    @Query(nativeQuery = true, value = "UPDATE account SET display_name = :displayName WHERE id = :id")
    int rename(@Owner AccountId id, String displayName);

    @Query(nativeQuery = true, value = "UPDATE account SET language = :language WHERE id = :id")
    int speak(@Owner AccountId id, String language);

    /** An account's trail comes before it. */
    @Query(nativeQuery = true, value = "INSERT INTO trail (id) VALUES (:id)")
    int insertTrail(@Owner AccountId id);

    /** Accounts that became part of this one. */
    @Query(nativeQuery = true, value = "SELECT id FROM trail WHERE merged_into = :id")
    List<String> partsOf(@Owner AccountId id);

    @Query(nativeQuery = true, value = "DELETE FROM trail WHERE id = :id OR merged_into = :id")
    int erase(@Owner AccountId id);

    /** There is one already when an account came back from a backup and is erased again. */
    @Query(nativeQuery = true, value = "SELECT COUNT(*) FROM audit_erasure WHERE owner = :owner")
    long erasures(@Hash Fingerprint owner);

    @Query(nativeQuery = true, value = "INSERT INTO audit_erasure (owner, proof) VALUES (:owner, :proof)")
    int noteErasure(@Hash Fingerprint owner, @Hash Fingerprint proof);
}
