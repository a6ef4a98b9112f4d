package org.gridloom.platform.modules.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gridloom.platform.modules.internal.Permissions;
import org.gridloom.platform.modules.internal.shell.OrphansCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationsTest {

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new TreeMap<>();

    private void text(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void changeLog(String changes) {
        text("migrations/0001-snow.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="a">%s</changeSet></databaseChangeLog>""".formatted(changes));
    }

    private void type(Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            files.put(path, in.readAllBytes());
        }
    }

    private JarContent jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", "org.acme.snow;singleton:=true");
        main.putValue("Bundle-Version", "1.2.0");
        main.putValue("Karaf-Commands", "org.gridloom.platform.modules.internal.shell");
        Path file = folder.resolve("snow.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return JarContent.read(file);
    }

    @Test
    void namesAreReadFromTheFilesThatDeclareThem() throws IOException {
        text("OSGI-INF/openapi.json", """
                {"paths": {"/snow/teams": {"get": {"x-permission": "snow.team.read"}},
                           "/snow/teams/{code}": {"put": {"x-permission": "snow.team.edit"}}}}""");
        changeLog("<createTable tableName=\"SNOW_team\"/>");
        type(OrphansCommand.class);
        JarContent content = jar();
        Declared declared = Declarations.of(content);

        assertThat(content.name()).isEqualTo("org.acme.snow");
        assertThat(content.capability()).isEqualTo("snow");
        assertThat(declared.paths()).containsExactly("snow");
        assertThat(declared.permissions()).containsExactlyInAnyOrder("snow.team.read", "snow.team.edit");
        assertThat(declared.tables()).containsExactly("snow_team");
        assertThat(declared.commands()).containsExactly("district:orphans");
    }

    @Test
    void permissionsThatItBringsAreItsClaimWhateverTheyBeginWith() throws IOException {
        text("OSGI-INF/permissions.xml", """
                <component name="permissions"><implementation class="%s"/>
                  <service><provide interface="org.gridloom.platform.security.PermissionSet"/></service></component>
                """.formatted(Permissions.class.getName()));
        text("OSGI-INF/openapi.json", """
                {"paths": {"/snow/teams": {"get": {"x-permission": "organization.unit.read"}}}}""");
        type(Permissions.class);
        assertThat(Declarations.of(jar()).permissions())
                .containsExactlyInAnyOrder(Permissions.VIEW, Permissions.MANAGE, Permissions.ORPHANS);
    }

    @Test
    void everyChangeOfATableIsSeen() throws IOException {
        changeLog("""
                <preConditions><tableExists tableName="looked_at"/><sqlCheck expectedResult="0">select 1</sqlCheck>
                </preConditions>
                <createTable tableName="made"><column name="a" type="int">
                  <constraints foreignKeyName="k" references="referred(id)"/></column></createTable>
                <dropTable tableName="dropped"/><addColumn tableName="added"/><dropColumn tableName="less"/>
                <renameTable oldTableName="former" newTableName="latter"/><update tableName="updated"/>
                <insert tableName="inserted"/><delete tableName="deleted"/><createIndex tableName="indexed"/>
                <addForeignKeyConstraint baseTableName="keyed" referencedTableName="referred"/>""");
        Declared declared = Declarations.of(jar());
        assertThat(declared.tables()).containsExactlyInAnyOrder("made", "latter");
        assertThat(declared.changed())
                .containsExactlyInAnyOrder(
                        "made",
                        "dropped",
                        "added",
                        "less",
                        "former",
                        "latter",
                        "updated",
                        "inserted",
                        "deleted",
                        "indexed",
                        "keyed");
    }

    @Test
    void statementsInSqlAreSeenToo() throws IOException {
        text("migrations/more.sql", "alter table if exists IN_FILE add column a int;");
        changeLog("""
                <sql><![CDATA[
                  -- update commented set a = 1
                  CREATE TABLE IF NOT EXISTS made (a int); drop table "public"."Dropped" cascade;
                  insert into inserted select a from only_read where b = 'delete from quoted';
                  Update updated set a = 1; delete from deleted; create unique index i on indexed (a);
                  truncate table emptied /* drop table hidden */
                ]]></sql>
                <sqlFile path="more.sql" relativeToChangelogFile="true"/>""");
        Declared declared = Declarations.of(jar());
        assertThat(declared.tables()).containsExactly("made");
        assertThat(declared.changed())
                .containsExactlyInAnyOrder(
                        "made", "dropped", "inserted", "updated", "deleted", "indexed", "emptied", "in_file");
    }

    @Test
    void aBundleThatDeclaresNothingClaimsNothing() throws IOException {
        assertThat(Declarations.of(jar())).isEqualTo(new Declared(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        text("migrations/0001-snow.xml", "<databaseChangeLog");
        JarContent content = jar();
        assertThatThrownBy(() -> Declarations.of(content)).hasMessageContaining("migrations/0001-snow.xml");
    }
}
