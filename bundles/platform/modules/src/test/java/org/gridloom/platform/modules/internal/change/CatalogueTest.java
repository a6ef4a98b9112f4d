package org.gridloom.platform.modules.internal.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridloom.platform.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    @ParameterizedTest
    @CsvSource({
        "Organization tree (组织机构), 组织机构, Organization tree",
        "Organization tree(组织机构), 组织机构, Organization tree",
        "Tasks (of bodies) (任务), 任务, Tasks (of bodies)",
        "Snow (clearing), Snow (clearing), Snow (clearing)",
        "Snow (除雪) of streets, Snow (除雪) of streets, Snow (除雪) of streets",
        "街道除雪, 街道除雪, 街道除雪",
        "(除雪), (除雪), (除雪)",
    })
    void aModuleIsCalledInTheReadersLanguageWhereItsAuthorGaveBoth(String description, String zh, String en) {
        assertThat(Catalogue.inBoth(description)).isEqualTo(new Text(zh, en));
    }
}
