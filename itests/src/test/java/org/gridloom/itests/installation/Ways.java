package org.gridloom.itests.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Rest;

/** The three ways by which training and the vendor's module come, are updated and go. */
record Ways(Gridloom gridloom, Console console, ModuleFiles files) {

    /**
     * One of them.
     *
     * @param training the version of training with which it begins
     */
    record Way(String name, String training, Runnable install, Runnable update, Runnable uninstall) {}

    List<Way> all() {
        return List.of(
                new Way("file", ModuleFiles.TRAINING, this::installFiles, this::updateToFiles, this::uninstall),
                new Way("name", LaterVersions.FIRST, this::installByName, this::updateByName, this::uninstallByName),
                new Way("folder", ModuleFiles.TRAINING, this::putFiles, this::putLaterFiles, this::deleteFiles));
    }

    private void installFiles() {
        console.run("module:install " + files.training()).ok();
        console.run("module:install " + files.snow()).ok();
    }

    private void updateToFiles() {
        console.run("module:update " + files.laterTraining()).ok();
        console.run("module:update " + files.laterSnow()).ok();
    }

    private void uninstall() {
        console.run("module:uninstall snow-clearing").ok();
        console.run("module:uninstall training").ok();
    }

    private void installByName() {
        Stream.of(files.laterTraining(), files.snow(), files.laterSnow()).forEach(this::offer);
        console.run("feature:install gridloom-training").ok();
        gridloom.awaitReady(() -> true);
        gridloom.rest()
                .post("/api/modules/snow-clearing/install", Map.of("version", ModuleFiles.SNOW))
                .ok();
    }

    private void updateByName() {
        console.run("module:update training --version " + ModuleFiles.LATER_TRAINING)
                .ok();
        gridloom.rest().post("/api/modules/snow-clearing/update", Map.of()).ok();
    }

    private void uninstallByName() {
        gridloom.rest().post("/api/modules/snow-clearing/uninstall", Map.of()).ok();
        console.run("feature:uninstall gridloom-training").ok();
    }

    private void offer(Path file) {
        Rest rest = gridloom.rest().with("Content-Type", "application/octet-stream");
        call(() -> rest.post("/api/modules/files", Files.readAllBytes(file)).expect(201));
    }

    private void putFiles() {
        put(files.snow(), "snow.kar");
        put(files.training(), "training.kar");
    }

    private void putLaterFiles() {
        put(files.laterSnow(), "snow.kar");
        put(files.laterTraining(), "training.kar");
    }

    private void deleteFiles() {
        call(() -> {
            Files.delete(deploy("snow.kar"));
            Files.delete(deploy("training.kar"));
            return null;
        });
    }

    /** As a copy command does: into the file that is there, which is never away meanwhile. */
    private void put(Path file, String name) {
        call(() -> Files.write(deploy(name), Files.readAllBytes(file)));
    }

    private Path deploy(String name) {
        return gridloom.data().resolve("karaf/deploy").resolve(name);
    }

    private interface Call {
        Object run() throws IOException;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
