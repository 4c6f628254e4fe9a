package dev.patchbay.adapter.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds the master key: 32 bytes as they are, or one of the forms of {@code ENCRYPTION_KEY}. */
public final class MasterKeyFile {
    private static final int MAX_BYTES = 256;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private MasterKeyFile() {}

    /**
     * Makes the file with a new random key when there is none, readable by its owner only. It is complete as soon as it
     * has its name; of several that do this at once, one makes it. An existing file is left as it is. For the demo: a
     * real service's master key does not belong beside its database.
     *
     * @return whether it was made
     * @throws IOException when it can neither be made nor is there
     */
    public static boolean createIfAbsent(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {ownerOnly} : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, ".master-key", "", attributes);
        try {
            write(draft, Base64.getEncoder().encodeToString(GcmKey.random(GcmKey.LENGTH)) + "\n");
            // A link is refused when the name is taken; a rename would replace what is there.
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static KeyReading read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new KeyReading.Bad("names no file: " + file + "; " + KeyText.MAKE_ONE + " > " + file);
            }
            if (isOpenToOthers(file)) {
                return new KeyReading.Bad("names a file that other users can get at; run: chmod 600 " + file);
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            }
            if (bytes.length > MAX_BYTES) {
                return new KeyReading.Bad("names a file that holds more than a key: " + file);
            }
            return bytes.length == GcmKey.LENGTH
                    ? KeyText.read(bytes)
                    : KeyText.read(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new KeyReading.Bad("names a file that cannot be read by this user: " + file);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false; // a file system without these permissions has nothing to ask
        }
        return view.readAttributes().permissions().stream()
                .anyMatch(permission -> !permission.name().startsWith("OWNER_"));
    }

    private static void write(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
