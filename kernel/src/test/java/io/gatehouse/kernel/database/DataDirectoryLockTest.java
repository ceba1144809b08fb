package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    Path directory;

    @AfterEach
    void release() {
        DataDirectoryLock.release();
    }

    @Test
    void aSecondProcessIsRefusedAtOnceAndAKilledOneReleasesTheLock() throws Exception {
        Path fresh = directory.resolve("not/there/yet");
        Process other = holder(fresh);
        try {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> DataDirectoryLock.hold(fresh))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Another Gatehouse is running on the data directory " + fresh)
                    .hasMessageContaining("GATEHOUSE_DATA_DIR");
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(2));
        } finally {
            other.destroyForcibly().waitFor();
        }

        DataDirectoryLock.hold(fresh);
        DataDirectoryLock.hold(fresh);
    }

    private static Process holder(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    /** Holds the lock until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String... arguments) throws IOException {
            DataDirectoryLock.hold(Path.of(arguments[0]));
            System.out.write('!');
            System.out.flush();
            assertThat(System.in.read()).isNotNegative();
        }
    }
}
