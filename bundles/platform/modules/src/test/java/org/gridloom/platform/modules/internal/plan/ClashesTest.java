package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gridloom.platform.modules.internal.Permissions;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

class ClashesTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private List<String> codes(Sample arriving, Sample... present) throws IOException {
        Bundle[] installed = List.of(present).stream().map(bundles::installed).toArray(Bundle[]::new);
        return new Clashes()
                .objections(bundles.bringing(arriving, installed)).stream()
                        .map(Objection::code)
                        .toList();
    }

    private Sample snow() {
        return bundles.bundle("com.example.snow")
                .changes("<createTable tableName=\"snow_team\"/>")
                .operation("snow/teams", "snow.team.read");
    }

    private Sample winter() {
        return bundles.bundle("org.acme.winter");
    }

    @Test
    void namesOfItsOwnAreFine() throws IOException {
        assertThat(codes(
                        winter().changes("<createTable tableName=\"winter_team\"/>")
                                .operation("winter/teams", "winter.team.read"),
                        snow()))
                .isEmpty();
    }

    @Test
    void aPathOfAnothersIsRefused() throws IOException {
        assertThat(codes(winter().operation("snow/winter", "winter.team.read"), snow()))
                .containsExactly("clash-path");
    }

    @Test
    void aTableOfAnothersIsRefused() throws IOException {
        assertThat(codes(winter().changes("<createTable tableName=\"SNOW_TEAM\"/>"), snow()))
                .containsExactly("clash-table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dropTable tableName='snow_team'/>",
                "<addColumn tableName='snow_team'><column name='a' type='int'/></addColumn>",
                "<dropColumn tableName='snow_team' columnName='a'/>",
                "<renameTable oldTableName='snow_team' newTableName='winter_team'/>",
                "<update tableName='snow_team'><column name='a' value='1'/></update>",
                "<insert tableName='snow_team'/>",
                "<delete tableName='snow_team'/>",
                "<createIndex tableName='snow_team' indexName='winter_index'/>",
                "<addForeignKeyConstraint baseTableName='snow_team' referencedTableName='winter_team'/>",
                "<sql>update snow_team set a = 1</sql>",
                "<delete tableName='snow_changelog'/>"
            })
    void aChangeOfAnothersTableIsRefused(String change) throws IOException {
        assertThat(codes(winter().changes(change), snow())).containsExactly("clash-table");
    }

    @Test
    void aReferenceToAnothersTableIsFine() throws IOException {
        assertThat(codes(
                        winter().changes("<addForeignKeyConstraint baseTableName='winter_team'"
                                + " referencedTableName='snow_team'/>"),
                        snow()))
                .isEmpty();
    }

    @Test
    void tablesOfThePlatformAreItsOwnThoughNoChangeLogMakesThem() throws IOException {
        Sample platform = bundles.bundle("org.gridloom.platform.persistence")
                .file(
                        "migrations/0001.xml",
                        "<databaseChangeLog><createTable tableName='platform_audit'/>" + "</databaseChangeLog>");
        assertThat(codes(winter().changes("<sql>delete from platform_migrated</sql>"), platform))
                .containsExactly("clash-table");
    }

    @Test
    void aNameThatOnlyBeginsLikeAnothersIsFine() throws IOException {
        Sample plough = bundles.bundle("org.acme.snow_plough");
        assertThat(codes(plough.changes("<createTable tableName='snow_plough_route'/>"), snow()))
                .isEmpty();
    }

    @Test
    void aPermissionThatAnotherDeclaresIsRefused() throws IOException {
        Sample platform = permissions(bundles.bundle("org.gridloom.platform.modules"))
                .operation("modules", "platform.module.view");
        assertThat(codes(permissions(winter()), platform)).containsExactly("clash-permission");
    }

    @Test
    void aPermissionUnderItsOwnNameMayNotBeDeclaredByAnother() throws IOException {
        assertThat(codes(
                        permissions(winter()),
                        bundles.bundle("org.acme.platform").operation("p", Permissions.VIEW)))
                .containsExactly("clash-permission");
    }

    @Test
    void toAskForAPermissionOfAnothersIsFine() throws IOException {
        assertThat(codes(winter().operation("winter/teams", "snow.team.read"), snow()))
                .isEmpty();
    }

    @Test
    void aCapabilityOfTheSameNameIsRefused() throws IOException {
        assertThat(codes(bundles.bundle("org.acme.snow").file("ui/ui.json", "{}"), snow()))
                .containsExactly("clash-name");
    }

    @Test
    void bundlesThatArriveTogetherShareNoNames() throws IOException {
        Sample winter =
                winter().changes("<update tableName='snow_team'/>").operation("snow/winter", "winter.team.read");
        assertThat(new Clashes().objections(bundles.bringing(List.of(snow(), winter))))
                .extracting(Objection::code, objection -> objection.text().en())
                .containsExactly(
                        tuple("clash-path", "The path /api/ snow of org.acme.winter belongs to com.example.snow"),
                        tuple("clash-table", "The table snow_team of org.acme.winter belongs to com.example.snow"));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThat(codes(winter().changes("<createTable"), snow())).containsExactly("unreadable-file");
    }

    /** Brings a component that declares those of this bundle. */
    private static Sample permissions(Sample bundle) {
        String type = Permissions.class.getName();
        String path = type.replace('.', '/') + ".class";
        bundle.file("OSGI-INF/permissions.xml", """
                <component name="p"><service>
                  <provide interface="org.gridloom.platform.security.PermissionSet"/></service>
                  <implementation class="%s"/></component>""".formatted(type));
        try (InputStream in = Permissions.class.getClassLoader().getResourceAsStream(path)) {
            Path file = bundle.folder().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
