package io.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * Knows which of its archives holds a class. {@link URLClassLoader} asks one after the other, which among the server's three
 * hundred is a twentieth of the start, and loads one class at a time. Of a class that lies in several archives the first one
 * counts, as there; signatures are not verified.
 */
final class IndexedClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Archive> archives;
    private final Map<String, Archive> places = new HashMap<>();

    /**
     * @param resources where resources are searched, before the archives
     * @param files the archives, in the order in which they are searched
     */
    IndexedClassLoader(URL[] resources, List<Path> files, ClassLoader parent) {
        super(resources, parent);
        archives = files.parallelStream().map(Archive::open).toList();
        for (Archive archive : archives) {
            addURL(archive.source().getLocation());
            archive.classes().forEach(entry -> places.putIfAbsent(entry, archive));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String entry = name.replace('.', '/').concat(".class");
        Archive archive = places.get(entry);
        if (archive == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] bytes = archive.read(entry);
            definePackage(name, archive);
            return defineClass(name, bytes, 0, bytes.length, archive.source());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackage(String className, Archive archive) throws IOException {
        int end = className.lastIndexOf('.');
        if (end < 0 || getDefinedPackage(className.substring(0, end)) != null) {
            return;
        }
        Manifest manifest = archive.file().getManifest();
        try {
            definePackage(
                    className.substring(0, end),
                    manifest == null ? new Manifest() : manifest,
                    archive.source().getLocation());
        } catch (IllegalArgumentException definedMeanwhile) {
            // by another thread, which loads another class of it
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (Archive archive : archives) {
            archive.file().close();
        }
    }

    /** @param classes the names of its entries */
    private record Archive(JarFile file, CodeSource source, List<String> classes) {

        static Archive open(Path path) {
            try {
                JarFile file = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                List<String> classes = file.versionedStream()
                        .map(JarEntry::getName)
                        .filter(name -> name.endsWith(".class"))
                        .toList();
                return new Archive(file, new CodeSource(path.toUri().toURL(), (CodeSigner[]) null), classes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] read(String entry) throws IOException {
            try (InputStream bytes = file.getInputStream(file.getEntry(entry))) {
                return bytes.readAllBytes();
            }
        }
    }
}
