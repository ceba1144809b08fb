package io.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedClassLoaderTest {

    private static final String ENTRY = Loaded.class.getName().replace('.', '/') + ".class";

    /** The class in the archives. */
    static class Loaded {}

    @TempDir
    private Path directory;

    private Path first;
    private Path second;

    @BeforeEach
    void twoArchives() throws IOException {
        first = archive("first");
        second = archive("second");
    }

    @Test
    void aClassIsLoadedFromTheFirstArchiveThatContainsIt() throws Exception {
        try (IndexedClassLoader loader = loader(first, second)) {
            Class<?> loaded = loader.loadClass(Loaded.class.getName());

            assertThat(loaded.getClassLoader()).isSameAs(loader);
            assertThat(loaded).isNotSameAs(Loaded.class);
            assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
                    .isEqualTo(first.toUri().toURL());
            assertThat(loaded.getPackage().getImplementationVersion()).isEqualTo("first");
        }
    }

    @Test
    void aResourceIsFoundInTheArchivesAndBesideThem() throws Exception {
        try (IndexedClassLoader loader = loader(first, second)) {
            assertThat(loader.getResource("second.jar"))
                    .isEqualTo(second.toUri().toURL());
            assertThat(text(loader.getResourceAsStream("META-INF/name"))).isEqualTo("first");
            assertThat(loader.getResources("META-INF/name").asIterator())
                    .toIterable()
                    .hasSize(2);
        }
    }

    @Test
    void aClassInNoArchiveIsNotFound() throws Exception {
        try (IndexedClassLoader loader = loader(first)) {
            assertThatThrownBy(() -> loader.loadClass("io.gatehouse.launcher.Missing"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void classesCanBeLoadedInParallel() throws Exception {
        try (IndexedClassLoader loader = loader(first)) {
            assertThat(loader.isRegisteredAsParallelCapable()).isTrue();
        }
    }

    private IndexedClassLoader loader(Path... archives) throws IOException {
        return new IndexedClassLoader(
                new URL[] {directory.toUri().toURL()}, List.of(archives), ClassLoader.getPlatformClassLoader());
    }

    private Path archive(String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, name);
        Path file = directory.resolve(name + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream compiled = IndexedClassLoaderTest.class.getResourceAsStream("/" + ENTRY)) {
            jar.putNextEntry(new JarEntry(ENTRY));
            jar.write(compiled.readAllBytes());
            jar.putNextEntry(new JarEntry("META-INF/name"));
            jar.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String text(InputStream resource) throws IOException {
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
