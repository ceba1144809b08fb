package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Prevents a second process from using the data directory of the embedded database; H2 itself would notice only after
 * half a minute. The operating system releases the lock when the process ends, however it ends. The launcher of the
 * runnable JAR locks the same file.
 */
public final class DataDirectoryLock {

    /**
     * Not closed while the database is open: closing one channel releases all locks of this process on the file
     * (POSIX).
     */
    private static final List<FileChannel> CHANNELS = new ArrayList<>();

    /**
     * Channels of a file that another part of this process has locked, such as the launcher. Never closed, because that
     * would release its lock.
     */
    private static final List<FileChannel> HELD_BY_OTHERS = new ArrayList<>();

    private DataDirectoryLock() {}

    /** @throws ConfigurationException if another process holds the lock, or the directory is not writable */
    static synchronized void hold(Path directory) {
        if (!CHANNELS.isEmpty() || !HELD_BY_OTHERS.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            CHANNELS.add(channel);
            if (!lock(channel)) {
                release();
                throw new ConfigurationException("Another Gatehouse is running on the data directory " + directory
                        + ": stop it, or set gatehouse.data.dir (GATEHOUSE_DATA_DIR) to another.");
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "gatehouse.data.dir=" + directory + " (GATEHOUSE_DATA_DIR) cannot be written: make it writable, or"
                            + " set another",
                    e);
        }
    }

    /**
     * Returns true also if this process already holds the lock: the launcher, or a deployment that is being replaced.
     */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            CHANNELS.remove(channel);
            HELD_BY_OTHERS.add(channel);
            return true;
        }
    }

    /** Releases the lock. Call this before the database is closed. */
    public static synchronized void release() {
        try {
            for (FileChannel channel : CHANNELS) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            CHANNELS.clear();
        }
    }
}
