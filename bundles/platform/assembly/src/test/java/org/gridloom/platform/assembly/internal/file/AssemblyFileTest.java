package org.gridloom.platform.assembly.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblyFileTest {

    @Test
    void whatIsWrittenIsReadAsText() {
        AssemblyFile file = AssemblyFile.parse("""
                # A district
                district:
                  code: 010203
                  yes: no
                  since: 2026-01-31
                  ratio: 0.10
                  nothing:
                  languages: [zh-CN, en]
                """);

        assertThat(file.sections())
                .isEqualTo(Map.of(
                        "district",
                        Map.of(
                                "code", "010203",
                                "yes", "no",
                                "since", "2026-01-31",
                                "ratio", "0.10",
                                "nothing", "",
                                "languages", List.of("zh-CN", "en"))));
    }

    @Test
    void aFaultBearsItsLineOrThatOfWhatItIsIn() {
        AssemblyFile file = AssemblyFile.parse("rules:\n  a.b:\n    rows:\n      - {x: 1}\n      - {x: 2}\n");

        assertThat(line(file, "rules/a.b/rows/1/x")).isEqualTo(5);
        assertThat(line(file, "rules/a.b/rows/0")).isEqualTo(4);
        assertThat(line(file, "rules/a.b/basis")).isEqualTo(2);
        assertThat(line(file, "rules")).isEqualTo(1);
        assertThat(line(file, "settings/x")).isEqualTo(1);
    }

    private static int line(AssemblyFile file, String path) {
        return file.placed(Violation.of(path, Text.of("不行", "no"))).row();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3|a: 1;b: 2;a: 3|is there twice, first in line 1",
                "2|a: 1;b: &x {c: 1};d: *x|Anchors and aliases",
                "3|a: 1;b: 2;c: *x|Anchors and aliases",
                "2|a: 1;b: !!java.net.URL [http://x]|Tags of YAML",
                "1|a: !!str 1|Tags of YAML",
                "2|a:;  ? [x]: 1|A key must be a text",
                "2|a: [1, 2;b: 3|Is no YAML (column",
                "2|a: 1; b: 2|Is no YAML (column",
                "2|a: 1;\tb: 2|Is no YAML (column",
                "3|a: 1;---;b: 2|one YAML document",
                "1|[a, b]|a map of keys",
                "1|word|a map of keys",
                "1||a map of keys",
                "1|[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]|nested 12 deep at most"
            })
    void whatIsNoSuchFileIsRefusedByLine(int line, String text, String reason) {
        String file = text == null ? "" : text.replace(';', '\n');

        assertThatThrownBy(() -> AssemblyFile.parse(file)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(refused.violations()).anySatisfy(fault -> {
                assertThat(fault.row()).isEqualTo(line);
                assertThat(fault.message().en()).contains(reason);
                assertThat(fault.message().zh()).isNotEqualTo(fault.message().en());
            });
        });
    }

    @Test
    void aFileThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> AssemblyFile.parse("a: " + "x".repeat(1_000_001)))
                .isInstanceOf(Problem.class);
    }

    /** Whatever a district may have set comes back from its file as it was. */
    @Test
    void whatIsExportedIsReadAsItWas() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, Object> sections = map(random, 3);

            String text = YamlWriter.write(sections);

            assertThat(AssemblyFile.parse(text).sections()).as(text).isEqualTo(sections);
            assertThat(Difference.between(AssemblyFile.parse(text).sections(), sections))
                    .isEmpty();
        }
    }

    private static final List<String> ODD = List.of(
            "",
            " ",
            "210102",
            "010203",
            "no",
            "true",
            "null",
            "~",
            "0.10",
            "1e3",
            "2026-01-31",
            "08:30",
            "#x",
            "a #b",
            "a: b",
            "- a",
            "? a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%",
            "@a",
            "`a",
            "'",
            "\"",
            "a'b\"c",
            "[a]",
            "{a",
            "a, b",
            " a",
            "a ",
            "两行\n文字",
            "制\t表",
            "\\n",
            "和委发〔2020〕1号",
            "😀",
            "\u0085",
            "\uFEFF",
            "---",
            "...",
            "<<",
            "=");

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            map.put(text(random), value(random, depth));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            return map(random, depth - 1);
        }
        if (kind == 2) {
            List<Object> list = new ArrayList<>();
            int size = random.nextInt(5);
            for (int i = 0; i < size; i++) {
                list.add(value(random, depth - 1));
            }
            return list;
        }
        return kind == 3 ? Map.of() : text(random);
    }

    private static String text(Random random) {
        return ODD.get(random.nextInt(ODD.size()))
                + (random.nextInt(4) == 0 ? ODD.get(random.nextInt(ODD.size())) : "");
    }
}
