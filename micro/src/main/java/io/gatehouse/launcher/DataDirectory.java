package io.gatehouse.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the database, the keys and the logs, locked against a second Gatehouse while the process lives.
 * Readable by its owner only, because it contains the keys.
 */
final class DataDirectory {

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path root;

    @SuppressWarnings("unused") // Referenced only: the lock is released when it is collected.
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws StartRefused if the directory cannot be created or written, or another Gatehouse is running on it */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root, OWNER_ONLY);
            FileLock lock = lock(root);
            DataDirectory directory = new DataDirectory(root, lock);
            directory.emptyScratch();
            Files.createDirectories(directory.logs());
            return directory;
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot write to the data directory " + root + " (" + reason(e) + "): make it writable, or set "
                            + LaunchSettings.DATA_DIRECTORY + " to another.",
                    e);
        }
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    /**
     * The directory that the server unpacks into. Emptied at each start, because a killed process leaves files behind.
     */
    Path scratch() {
        return root.resolve("tmp");
    }

    private static FileLock lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused("Another Gatehouse is running on the data directory " + root + ": stop it, or set "
                    + LaunchSettings.DATA_DIRECTORY + " to another.");
        }
        return lock;
    }

    private void emptyScratch() throws IOException {
        if (Files.exists(scratch())) {
            Files.walkFileTree(scratch(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(scratch());
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
