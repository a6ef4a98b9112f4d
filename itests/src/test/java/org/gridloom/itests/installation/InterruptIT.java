package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Terminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gives up a long load at the console leaves nothing of it, in each way in which a console is left. */
class InterruptIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PROMPTLY = Duration.ofSeconds(15);
    private static final String FAR = "已读取 50000 行";
    private static final String CANCELLED = "导入已取消,未写入任何内容";

    private static final Path LAYOUT = Path.of(
            "..", "districts", "country", "src", "main", "resources", "layout", "org.gridloom.organization.cfg");

    @ParameterizedTest
    @EnumSource
    void aLoadThatIsGivenUpEndsPromptlyAndLeavesNothing(Database.Kind database) throws IOException {
        try (Installation installation = Installation.on(
                        database.create(), "gridloom-organization", "gridloom-district-country")
                .setting("org.gridloom.organization.cfg", Files.readString(LAYOUT))
                .startAndAwaitReady()) {
            try (Console console = installation.gridloom().console()) {
                ctrlCAtTheShell(console);
                assertNothingIsLeft(installation, console);

                ctrlCAtACommandWithATerminal(console);
                assertNothingIsLeft(installation, console);

                theEndOfTheConnection(console);
                assertNothingIsLeft(installation, console);
            }
        }
    }

    private static void ctrlCAtTheShell(Console console) {
        try (Terminal shell = console.shell()) {
            shell.see(">", PATIENCE).type("country:load" + Terminal.ENTER).see(FAR, PATIENCE);
            shell.type(Terminal.CTRL_C).see("正在取消，已", PROMPTLY).see(CANCELLED, PROMPTLY);
            shell.clear().type("country:layout" + Terminal.ENTER).see("country:0:国家", PROMPTLY);
        }
    }

    private static void ctrlCAtACommandWithATerminal(Console console) {
        try (Terminal command = console.begin("country:load", true)) {
            command.see(FAR, PATIENCE);
            command.type(Terminal.CTRL_C).see("正在取消，已", PROMPTLY).see(CANCELLED, PROMPTLY);
        }
    }

    /** What Ctrl-C is without a terminal. */
    private static void theEndOfTheConnection(Console console) {
        try (Terminal command = console.begin("country:load", false)) {
            command.see(FAR, PATIENCE);
        }
    }

    private static void assertNothingIsLeft(Installation installation, Console console) {
        await().atMost(PROMPTLY)
                .until(() -> !console.run("shell:threads --list").ok().output().contains("console-work"));
        assertThat(installation.gridloom().rest().total("/api/organization/units"))
                .isZero();
    }
}
