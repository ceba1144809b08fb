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
 * A class loader with an index of its archives. {@link URLClassLoader} searches the archives one after another, which
 * takes a twentieth of the start with the server's three hundred, and loads one class at a time. If several archives
 * contain a class, the first one counts, as there. Signatures are not verified.
 */
final class IndexedClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Archive> archives;
    private final Map<String, Archive> archivesByEntry = new HashMap<>();

    /**
     * @param resources searched for resources before the archives
     * @param files the archives, in search order
     */
    IndexedClassLoader(URL[] resources, List<Path> files, ClassLoader parent) {
        super(resources, parent);
        archives = files.parallelStream().map(Archive::open).toList();
        for (Archive archive : archives) {
            addURL(archive.source().getLocation());
            archive.classes().forEach(entry -> archivesByEntry.putIfAbsent(entry, archive));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String entry = name.replace('.', '/').concat(".class");
        Archive archive = archivesByEntry.get(entry);
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
            // by another thread, which loads another class of the package
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (Archive archive : archives) {
            archive.file().close();
        }
    }

    /** @param classes the names of its class entries */
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
