package org.gridloom.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class ShellTableTest {

    @Test
    void columnsLineUpWithChineseCountedAsTwoPlacesAndNumbersToTheRight() {
        ShellTable table = new ShellTable(List.of("名称", "数"), false, Locale.ENGLISH);
        table.row("北站街道", 8).row(Text.of("街", "street"), 126).row(null, 0);

        assertThat(printed(table))
                .containsExactly("名称      数", "────────  ───", "北站街道    8", "street    126", "            0");
    }

    @Test
    void forScriptsThereAreOnlyTabsBetweenValues() {
        ShellTable table = new ShellTable(List.of("名称", "数"), true, Locale.ENGLISH);
        table.row("北站\t街道\n", 8);

        assertThat(printed(table)).containsExactly("北站 街道 \t8");
    }

    @Test
    void aCellCannotSteerTheTerminal() {
        ShellTable table = new ShellTable(List.of("x"), false, Locale.ENGLISH);
        table.row("\u001b[2Jgone");

        assertThat(printed(table)).contains(" [2Jgone");
    }

    @Test
    void anEmptyTableSaysSo() {
        assertThat(printed(new ShellTable(List.of("x"), false, Locale.SIMPLIFIED_CHINESE)))
                .contains("(无记录)");
    }

    private static List<String> printed(ShellTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
