package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Later versions of capabilities of the distribution, of the same classes, as files. */
public record LaterVersions(Installation installation, Path folder) {

    /** The distribution's own, as Karaf writes it. */
    public static final String FIRST = System.getProperty("gridloom.version").replace("-SNAPSHOT", ".SNAPSHOT");

    public Path training(String version) {
        return new KarFile(
                        "gridloom-training",
                        version,
                        "gridloom-organization",
                        "org.gridloom",
                        "org.gridloom.training",
                        "")
                .in(folder, EditedJar.of(jar("org.gridloom.training")));
    }

    /** Its implementation; what it provides to others stays as it is. */
    public Path organization(String version) {
        String api =
                jar("org.gridloom.organization.api").getParent().getFileName().toString();
        return new KarFile(
                        "gridloom-organization",
                        version,
                        "gridloom-platform",
                        "org.gridloom",
                        "org.gridloom.organization",
                        "<bundle>mvn:org.gridloom/org.gridloom.organization.api/" + api + "</bundle>")
                .in(folder, EditedJar.of(jar("org.gridloom.organization")));
    }

    private Path jar(String name) {
        try (Stream<Path> files = Files.walk(
                installation.distribution().resolve("system/org/gridloom").resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
