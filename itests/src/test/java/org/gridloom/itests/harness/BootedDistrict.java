package org.gridloom.itests.harness;

import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.overrideJUnitBundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption.Platform;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Gives tests the one container, and its database, that Pax Exam booted from the built archive, with the Heping pack, on the database that
 * the system property {@code gridloom.database} names. All test classes of a run share it.
 */
public final class BootedDistrict implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Gridloom.class || type == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Container shared = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Container.class, key -> new Container(), Container.class);
        Gridloom booted = shared.booted();
        return parameter.getParameter().getType() == Database.class ? shared.database : booted;
    }

    private static final class Container implements ExtensionContext.Store.CloseableResource {

        private final Path directory = Disk.temporary("exam");
        private final Database database =
                Database.Kind.valueOf(System.getProperty("gridloom.database")).create();
        private final Gridloom gridloom;
        private final TestContainer container;
        private RuntimeException failure;

        Container() {
            try {
                Path data = Files.createDirectories(directory.resolve("data"));
                Files.write(
                        data.resolve("modules"),
                        List.of(
                                "exam-no-junit",
                                "gridloom-organization",
                                "gridloom-dashboard",
                                "gridloom-district-heping"));
                gridloom = Gridloom.in(data);
                container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            try {
                container.start();
                gridloom.awaitReady(() -> true);
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        /** What did not boot once is not tried again for every test class. */
        Gridloom booted() {
            if (failure != null) {
                throw new IllegalStateException("The distribution did not boot", failure);
            }
            return gridloom;
        }

        /** Pax Exam unpacks the archive and starts it by its own start script. */
        private Option[] options() throws IOException {
            Path unpacked = Files.createDirectories(directory.resolve("unpacked"));
            // Pax Exam hands the script to sh; ours is for bash.
            Files.writeString(unpacked.resolve("start"), "exec bash bin/gridloom\n");
            List<Option> options = new ArrayList<>();
            options.add(new KarafDistributionKitConfigurationOption(
                            karafDistributionConfiguration()
                                    .frameworkUrl(Archive.file().toUri().toString())
                                    .karafVersion("4.4.10")
                                    .unpackDirectory(unpacked.toFile())
                                    .useDeployFolder(false),
                            Platform.NIX)
                    .executable("../start"));
            options.add(doNotModifyLogConfiguration());
            options.add(overrideJUnitBundles());
            options.add(systemTimeout(Gridloom.BOOT.toMillis()));
            options.add(editConfigurationFileExtend(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.defaultRepositories",
                    Path.of(System.getProperty("gridloom.exam.repository")).toUri() + "@id=exam@snapshots"));
            database.environment().forEach((name, value) -> options.add(environment(name, value)));
            options.add(environment("GRIDLOOM_JAVA_OPTS", Gridloom.JVM_OPTION));
            options.add(environment("GRIDLOOM_DATA", gridloom.data().toString()));
            options.add(environment("GRIDLOOM_HTTP_PORT", Integer.toString(gridloom.httpPort())));
            options.add(environment("GRIDLOOM_SSH_PORT", Integer.toString(gridloom.sshPort())));
            return options.toArray(Option[]::new);
        }

        private static Option environment(String name, String value) {
            return CoreOptions.environment(name + "=" + value);
        }

        @Override
        public void close() {
            container.stop();
            database.close();
            Disk.delete(directory);
        }
    }
}
