package org.gridloom.build.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridloom.build.ui.declaration.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckUiTest {

    private static final String DECLARATION = """
            {
              "pages": [
                { "path": "list", "tag": "points-list", "module": "list.js", "label": "title", "group": "build" }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderWithoutFault() throws IOException {
        write("ui.json", DECLARATION);
        write("i18n/zh-CN.json", "{\n  \"title\": \"积分\",\n  \"count\": \"共 {count} 分\"\n}");
        write("i18n/en.json", "{\n  \"title\": \"Points\",\n  \"count\": \"{count} points\"\n}");
        write("list.js", "import { html } from '@gridloom/ui';\nexport const page = t => t('count', { count: 1 });\n");
    }

    @Test
    void aFolderWithoutFaultPasses() throws IOException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void aBundleWithoutPagesPasses() throws IOException {
        CheckUi.main(new String[] {folder.resolve("none").toString(), "org.gridloom.points"});
    }

    @Test
    void theBuildFailsNamingFileLineAndKey() throws IOException {
        write("i18n/en.json", "{\n  \"title\": \"Points\"\n}");

        assertThatThrownBy(() -> CheckUi.main(new String[] {folder.toString(), "org.gridloom.points"}))
                .hasMessageContaining("ui/i18n/zh-CN.json:3: the key count is missing in en");
    }

    @Test
    void aFaultyDeclarationIsFound() throws IOException {
        write("ui.json", DECLARATION.replace("list.js", "gone.js"));

        assertThat(faults()).containsExactly("ui/ui.json:3: there is no module file gone.js");
    }

    @Test
    void aMissingDeclarationIsFound() throws IOException {
        Files.delete(folder.resolve("ui.json"));

        assertThat(faults()).containsExactly("ui/ui.json:1: is not there");
    }

    @Test
    void aKeyThatIsUsedAndMissingIsFound() throws IOException {
        append("export const more = t =>\n  t(\"never.heard\");");

        assertThat(faults()).containsExactly("ui/list.js:4: there is no key never.heard");
    }

    @Test
    void aKeyThatIsThereAndUnusedIsFound() throws IOException {
        write("list.js", "// t('count') in a comment is no use\n");

        assertThat(faults()).containsExactly("ui/i18n/zh-CN.json:3: the key count is not used");
    }

    @Test
    void aTemplateUsesEveryKeyThatItCanBecome() throws IOException {
        words("\"kind.a\": \"A\", \"kind.b\": \"B\"");
        append("export const kind = (t, x) => t(`kind.${x}`);");

        assertThat(faults()).isEmpty();
    }

    @Test
    void aTemplateThatCanBecomeNoKeyIsFound() throws IOException {
        append("export const kind = (t, x) => t(`kind.${x}.title`);");

        assertThat(faults()).containsExactly("ui/list.js:3: there is no key kind.${…}.title");
    }

    @Test
    void bothBranchesOfAChoiceAreUses() throws IOException {
        words("\"state.on\": \"1\", \"state.off\": \"0\"");
        append("export const state = (t, x) => t(x === 'on' ? 'state.on' : 'state.off');");

        assertThat(faults()).isEmpty();
    }

    @Test
    void aKeyInATableOfKeysIsUsed() throws IOException {
        words("\"state.on\": \"1\"");
        append("const STATES = { on: 'state.on' };\nexport const state = (t, x) => t(STATES[x]);");

        assertThat(faults()).isEmpty();
    }

    @Test
    void aCallInsideATemplatesExpressionIsFound() throws IOException {
        append("export const show = (html, t) => html`<p>${t('never.heard')}</p>`;");

        assertThat(faults()).containsExactly("ui/list.js:3: there is no key never.heard");
    }

    @Test
    void differingPlaceholdersAreFound() throws IOException {
        write("i18n/en.json", "{\n  \"title\": \"Points\",\n  \"count\": \"{number} points\"\n}");

        assertThat(faults()).containsExactly("ui/i18n/en.json:3: the placeholders of count are not those in zh-CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"先查,后改", "{count}:共", "共 {count} 分(含)", "共（{count})", "好的.", "{count}?", "改!"})
    void narrowPunctuationInChineseIsFound(String word) throws IOException {
        String count = word.contains("{") ? word : word + "{count}";
        write("i18n/zh-CN.json", "{\n  \"title\": \"积分\",\n  \"count\": \"" + count + "\"\n}");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("ui/i18n/zh-CN.json:3: count:")
                .contains("full-width");
    }

    @ParameterizedTest
    @ValueSource(strings = {"先查，后改", "10:30 起", "A, B (C) 与 D", "版本 1.2.", "每 2.5 分", "地址 http://x/?q=1"})
    void widePunctuationAndWhatIsNotChinesePasses(String word) throws IOException {
        write("i18n/zh-CN.json", "{\n  \"title\": \"积分\",\n  \"count\": \"" + word + " {count}\"\n}");

        assertThat(faults()).isEmpty();
    }

    @Test
    void chineseOutsideTheLanguageFilesIsFoundButNotInComments() throws IOException {
        append("/* 积分 */ // 积分\nexport const word = '积分';");

        assertThat(faults()).containsExactly("ui/list.js:4: the Chinese \"积分\" belongs into i18n");
    }

    @Test
    void englishInMarkupIsFound() throws IOException {
        append("""
                export const show = (html, x) => html`
                  <p class="gl-muted" @click=${() => x > 1}>${x}&nbsp;Total</p>
                  <input title="Search">`;
                """);

        assertThat(faults())
                .containsExactly(
                        "ui/list.js:4: the words \"Total\" belong into i18n",
                        "ui/list.js:5: the words \"Search\" belong into i18n");
    }

    @Test
    void aScriptThatDoesNotParseIsFound() throws IOException {
        append("export const = 1;");

        assertThat(faults()).singleElement().asString().startsWith("ui/list.js:3: does not parse: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import 'https://example.org/x.js';",
                "import x from 'lodash';",
                "export { y } from '/ui/other/x.js';",
                "const z = await import('lodash');"
            })
    void anImportOfSomethingElseIsFound(String statement) throws IOException {
        append(statement);

        assertThat(faults()).singleElement().asString().startsWith("ui/list.js:3: cannot import ");
    }

    @Test
    void anImportOfAFileThatIsNotThereIsFound() throws IOException {
        append("import './gone.js';");

        assertThat(faults()).containsExactly("ui/list.js:3: imports ./gone.js, which is not there");
    }

    @Test
    void whatPagesMayImportPasses() throws IOException {
        write("parts/row.js", "import '../list.js';\n");
        append("""
                import { LitElement } from 'lit';
                import { repeat } from 'lit/directives/repeat.js';
                import { Task } from '@lit/task';
                import * as echarts from 'echarts';
                import 'leaflet';
                import './parts/row.js';
                const name = 'row';
                export const load = () => import(`./parts/${name}.js`);
                """);

        assertThat(faults()).isEmpty();
    }

    @Test
    void slashesThatDivideAndSlashesThatMatchAreToldApart() throws IOException {
        append("""
                export const half = x => (x / 2) / 1; // 一半
                export const clean = x => x.replace(/['"`/[/]]/g, '').split(/\\//); // 清理
                export const path = x => `a//${x / 2}//b`; // 路径
                """);

        assertThat(faults()).isEmpty();
    }

    private List<String> faults() throws IOException {
        return CheckUi.faults(folder, "org.gridloom.points").stream()
                .map(Fault::inEnglish)
                .toList();
    }

    private void words(String more) throws IOException {
        write("i18n/zh-CN.json", "{ \"title\": \"积分\", \"count\": \"{count}\", " + more + " }");
        write("i18n/en.json", "{ \"title\": \"Points\", \"count\": \"{count}\", " + more + " }");
    }

    private void append(String script) throws IOException {
        write("list.js", Files.readString(folder.resolve("list.js")) + script);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
