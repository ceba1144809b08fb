package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the development parts")
class WhatShipsIT {

    private static final String ISSUER = "io/gatehouse/dev/issuer/DevIssuer.class";
    private static final String RESOURCE = "io/gatehouse/web/GatehouseApplication.class";

    @Test
    @DisplayName("are neither in the EAR nor in the WAR that ship")
    void areNeitherInTheEarNorInTheWar() throws IOException {
        for (Path archive : List.of(file("gatehouse.ear"), file("gatehouse.war"))) {
            assertThat(entries(archive))
                    .as("entries of %s, and of the archives in it", archive.getFileName())
                    .anyMatch(name -> name.endsWith(RESOURCE))
                    .noneMatch(name -> name.contains("io/gatehouse/dev/")
                            || name.contains("gatehouse-dev")
                            || name.endsWith("/DevIssuer.class"));
        }
    }

    @Test
    @DisplayName("are in the runnable JAR")
    void areInTheRunnableJar() throws IOException {
        assertThat(entries(file("gatehouse.micro.jar")))
                .anyMatch(name -> name.endsWith(RESOURCE))
                .anyMatch(name -> name.endsWith(ISSUER));
    }

    private static Path file(String property) {
        return Path.of(System.getProperty(property));
    }

    private static List<String> entries(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream file = Files.newInputStream(archive)) {
            collect("", file, names);
        }
        return names;
    }

    /** Lists the entries of Gatehouse's archives and of those in them, but not those of other libraries. */
    private static void collect(String prefix, InputStream archive, List<String> names) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = prefix + entry.getName();
            names.add(name);
            String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (file.endsWith(".war") || (file.startsWith("gatehouse-") && file.endsWith(".jar"))) {
                collect(name + "!/", new ByteArrayInputStream(entries.readAllBytes()), names);
            }
        }
    }
}
