package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.WrappedKey;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How our types are kept in columns: each of these annotations stands where such a value is bound or read. */
final class Columns {

    /** As all databases read it; they write it so too, with none, some or all digits of a second's fraction. */
    private static final DateTimeFormatter WALL_TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    private static final int SECOND_ENDS = "2026-11-21 00:00:00".length();

    private Columns() {}

    /**
     * An {@link Instant} as UTC wall time in whole microseconds. It goes over as text: as a {@link java.sql.Timestamp},
     * which it would be otherwise, it comes back shifted where the machine's zone skips an hour.
     */
    @TypeDef(type = DataType.STRING, converter = TimeConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Utc {}

    /** A {@link UUID} as its 16 bytes. */
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Bytes16 {}

    /** Text to be stored, and compared, as its UTF-8 bytes. */
    @TypeDef(type = DataType.BYTE_ARRAY, converter = ExactConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Exact {}

    @TypeDef(type = DataType.BYTE_ARRAY, converter = FingerprintConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Hash {}

    @TypeDef(type = DataType.BYTE_ARRAY, converter = SealedConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sealed {}

    @TypeDef(type = DataType.BYTE_ARRAY, converter = WrappedConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Wrapped {}

    @TypeDef(type = DataType.STRING, converter = AccountConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Owner {}

    @TypeDef(type = DataType.STRING, converter = ProviderConverter.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ProviderName {}

    static LocalDateTime wallTime(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static String wallText(Instant time) {
        return wallTime(time).format(WALL_TEXT);
    }

    /** By position, because a formatter takes longer for a row's times than H2 for the row. */
    private static Instant instant(String wallText) {
        int nanos = 0;
        for (int digit = 0; digit < 9; digit++) {
            int at = SECOND_ENDS + 1 + digit;
            nanos = nanos * 10 + (at < wallText.length() ? wallText.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        Integer.parseInt(wallText, 0, 4, 10),
                        Integer.parseInt(wallText, 5, 7, 10),
                        Integer.parseInt(wallText, 8, 10, 10),
                        Integer.parseInt(wallText, 11, 13, 10),
                        Integer.parseInt(wallText, 14, 16, 10),
                        Integer.parseInt(wallText, 17, SECOND_ENDS, 10),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** A time of a result, which may be missing. */
    static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /** A time of a result, which may be missing. */
    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return time(row, row.findColumn(column));
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static byte[] exact(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] exact) {
        return new String(exact, StandardCharsets.UTF_8);
    }

    /** A pair of functions; NULL stays NULL. */
    abstract static class Both<X, Y> implements AttributeConverter<X, Y> {

        private final Function<X, Y> toColumn;
        private final Function<Y, X> fromColumn;

        Both(Function<X, Y> toColumn, Function<Y, X> fromColumn) {
            this.toColumn = toColumn;
            this.fromColumn = fromColumn;
        }

        @Override
        public final @Nullable Y convertToPersistedValue(@Nullable X value, ConversionContext context) {
            return value == null ? null : toColumn.apply(value);
        }

        @Override
        public final @Nullable X convertToEntityValue(@Nullable Y value, ConversionContext context) {
            return value == null ? null : fromColumn.apply(value);
        }
    }

    @Singleton
    static final class TimeConverter extends Both<Instant, String> {
        TimeConverter() {
            super(Columns::wallText, Columns::instant);
        }
    }

    @Singleton
    static final class UuidConverter extends Both<UUID, byte[]> {
        UuidConverter() {
            super(Columns::bytes, Columns::uuid);
        }
    }

    @Singleton
    static final class ExactConverter extends Both<String, byte[]> {
        ExactConverter() {
            super(Columns::exact, Columns::text);
        }
    }

    @Singleton
    static final class FingerprintConverter extends Both<Fingerprint, byte[]> {
        FingerprintConverter() {
            super(Fingerprint::bytes, Fingerprint::stored);
        }
    }

    @Singleton
    static final class SealedConverter extends Both<SealedSecret, byte[]> {
        SealedConverter() {
            super(SealedSecret::envelope, SealedSecret::new);
        }
    }

    @Singleton
    static final class WrappedConverter extends Both<WrappedKey, byte[]> {
        WrappedConverter() {
            super(WrappedKey::bytes, WrappedKey::new);
        }
    }

    @Singleton
    static final class AccountConverter extends Both<AccountId, String> {
        AccountConverter() {
            super(AccountId::value, AccountId::new);
        }
    }

    @Singleton
    static final class ProviderConverter extends Both<ProviderId, String> {
        ProviderConverter() {
            super(ProviderId::value, ProviderId::new);
        }
    }
}
