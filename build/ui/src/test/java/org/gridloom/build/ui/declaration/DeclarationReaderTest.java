package org.gridloom.build.ui.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationReaderTest {

    private static final String PAGE = """
            { "path": "units", "tag": "organization-units", "module": "units.js", "label": "title", "group": "build",
              "icon": "map", "order": 10, "permission": "organization.unit.read" }""";
    private static final String SLOT = """
            { "slot": "points.person", "tag": "organization-panel", "module": "panel.js", "label": "title" }""";

    @Test
    void aWholeDeclarationIsRead() throws FaultyException {
        Declaration declaration = read("{ \"pages\": [" + PAGE + "], \"slots\": [" + SLOT
                + "], \"drillDowns\": { \"/api/organization/units\": \"units\" } }");

        assertThat(declaration.pages())
                .containsExactly(new Declaration.Page(
                        "units",
                        "organization-units",
                        "units.js",
                        "title",
                        "build",
                        "map",
                        10,
                        "organization.unit.read"));
        assertThat(declaration.slots())
                .containsExactly(
                        new Declaration.Slot("points.person", "organization-panel", "panel.js", "title", 100, null));
        assertThat(declaration.drillDowns()).containsEntry("/api/organization/units", "units");
    }

    @Test
    void aBundleMayHaveModulesOnly() throws FaultyException {
        assertThat(read("{}").pages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"icon\" | \"icons\" | unknown field pages[0].icons; there are: group, icon, label, module, order",
                "\"label\": \"title\", | '' | pages[0].label lacks a field or is of the wrong type",
                "10 | \"10\" | pages[0].order lacks a field or is of the wrong type",
                "\"path\": \"units\" | \"path\": 7 | pages[0].path lacks a field or is of the wrong type",
                "\"path\": \"units\" | \"path\": \"/units\" | path cannot be /units",
                "\"path\": \"units\" | \"path\": null | path cannot be null",
                "organization-units | organizationunits | tag organizationunits must be a custom element's name",
                "organization-units | points-units | that begins with organization-",
                "organization-units | organization-Units | tag organization-Units must be",
                "units.js | gone.js | there is no module file gone.js",
                "units.js | ../units.js | there is no module file ../units.js",
                "units.js | i18n/en.json | there is no module file i18n/en.json",
                "\"title\" | \"half\" | the key half is missing in i18n/en.json",
                "\"build\" | \"other\" | there is no group other; there are: overview, build, consult, govern, system",
                "\"map\" | \"<svg>\" | icon cannot be <svg>",
                "organization.unit.read | read | permission cannot be read"
            })
    void aFaultyPageIsRefusedSayingWhy(String right, String wrong, String reason) {
        assertThat(faultsOf("{ \"pages\": [" + PAGE.replace(right, wrong) + "] }"))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points.person | person | slot cannot be person",
                "organization-panel | panel | tag panel must be",
                "panel.js | gone.js | there is no module file gone.js",
                "\"label\" | \"group\": \"build\", \"label\" | unknown field slots[0].group"
            })
    void aFaultySlotIsRefusedSayingWhy(String right, String wrong, String reason) {
        assertThat(faultsOf("{ \"slots\": [" + SLOT.replace(right, wrong) + "] }"))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void twoPagesCannotShareAPath() {
        assertThat(faultsOf("{ \"pages\": [" + PAGE + ", " + PAGE + "] }"))
                .singleElement()
                .asString()
                .contains("path units is declared twice");
    }

    @Test
    void aTagIsDefinedByOneModule() {
        String other = PAGE.replace("\"units\"", "\"other\"").replace("units.js", "panel.js");

        assertThat(faultsOf("{ \"pages\": [" + PAGE + ", " + other + "] }"))
                .singleElement()
                .asString()
                .contains("tag organization-units is defined by two modules");
    }

    @Test
    void aDrillDownLeadsFromAnAddressOfTheApiToAPage() {
        assertThat(faultsOf("{ \"drillDowns\": { \"/organization/units\": \"units\" } }"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("must begin with /api/"),
                        second -> assertThat(second).contains("names page units, which is not declared"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"pages\": [ | ui/ui.json:1: not JSON",
                "null | must be an object",
                "[] | of the wrong type",
                "{} {} | Trailing token",
                "{ \"pages\": [], \"pages\": [] } | Duplicate field 'pages'"
            })
    void whatIsNoDeclarationIsRefused(String json, String reason) {
        assertThat(faultsOf(json)).singleElement().asString().contains(reason);
    }

    @Test
    void everyFaultIsToldOnItsLineInBothLanguages() {
        FaultyException refused = catchThrowableOfType(
                FaultyException.class,
                () -> read("{\n\"pages\": [\n"
                        + PAGE.replace("units.js", "gone.js").replace("\"title\"", "\"x\"") + "\n] }"));

        assertThat(refused.faults()).hasSize(3);
        assertThat(refused.faults().get(0).inChinese()).isEqualTo("ui/ui.json 第 3 行:没有模块文件 gone.js");
        assertThat(refused.faults().get(0).inEnglish()).isEqualTo("ui/ui.json:3: there is no module file gone.js");
    }

    private static List<String> faultsOf(String json) {
        return catchThrowableOfType(FaultyException.class, () -> read(json)).faults().stream()
                .map(Fault::inEnglish)
                .toList();
    }

    private static Declaration read(String json) throws FaultyException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("ui.json", bytes(json));
        files.put("i18n/zh-CN.json", bytes("{ \"title\": \"单元\", \"half\": \"一半\" }"));
        files.put("i18n/en.json", bytes("{ \"title\": \"Units\" }"));
        files.put("units.js", bytes(""));
        files.put("panel.js", bytes(""));
        return DeclarationReader.read("organization", files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
