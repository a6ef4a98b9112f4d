package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gridloom.itests.probe.TutorResource;

/** Later versions of capabilities of the distribution as files; of the same classes, if nothing else is said. */
public record LaterVersions(Installation installation, Path folder) {

    /** The distribution's own, as Karaf writes it. */
    public static final String FIRST = System.getProperty("gridloom.version").replace("-SNAPSHOT", ".SNAPSHOT");

    /** What the changed page says beside its title. */
    public static final String PAGE = "导师标识";

    private static final String TRAINING = "org.gridloom.training";

    public Path training(String version) {
        return training(version, EditedJar.of(jar(TRAINING)));
    }

    /** Has a new column, a changed page, another word in the menu, and a new endpoint. */
    public Path trainingWithTutors(String version) {
        return training(
                version,
                EditedJar.of(jar(TRAINING))
                        .column("9001-tutor.xml", "training_programme", "tutor")
                        .resource(TutorResource.class, TRAINING)
                        .replace(
                                "ui/programmes.js",
                                "title = t('programmes.title')",
                                "title = t('programmes.title') + ' " + PAGE + "'")
                        .replace(
                                "ui/i18n/zh-CN.json",
                                "\"programmes.title\": \"培训项目\"",
                                "\"programmes.title\": \"培训项目（导师）\""));
    }

    private Path training(String version, EditedJar jar) {
        return new KarFile("gridloom-training", version, "gridloom-organization", "org.gridloom", TRAINING, "")
                .in(folder, jar);
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
