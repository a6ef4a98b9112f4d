package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gridloom.itests.probe.ColourResource;

/** Later versions of the vendor kit's sample, as its vendor would bring them. */
public final class SnowVersions {

    /** The one that there is. */
    public static final Path FIRST = Path.of(System.getProperty("gridloom.snow.kar"));

    private static final String CHANGE_SET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="%s" author="example">%s</changeSet>
            </databaseChangeLog>
            """;

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="snow.colours">
              <service><provide interface="org.gridloom.platform.rest.RestResource"/></service>
              <reference name="transactions" interface="org.gridloom.platform.tx.Transactions" bind="bind"
                  target="(osgi.unit.name=com.example.snow)"/>
              <implementation class="%s"/>
            </scr:component>
            """;

    private SnowVersions() {}

    /** The first one again, to be changed. */
    public static EditedJar edited() {
        return EditedJar.in(FIRST);
    }

    /** Has a new column, a changed page and a new endpoint. */
    public static Path withColours(Path directory, String version) {
        String type = ColourResource.class.getName().replace('.', '/') + ".class";
        try (InputStream in = ColourResource.class.getClassLoader().getResourceAsStream(type)) {
            EditedJar jar = edited().file(type, in.readAllBytes())
                    .file("OSGI-INF/snow.colours.xml", COMPONENT.formatted(ColourResource.class.getName()))
                    .header("Service-Component", former -> former + ",OSGI-INF/snow.colours.xml")
                    .replace("ui/i18n/zh-CN.json", "除雪队伍", "除雪队伍（彩）");
            return KarFile.snow(version)
                    .in(
                            directory,
                            jar.file(
                                    "migrations/0002-colour.xml",
                                    changeSet(
                                            "colour",
                                            "<addColumn tableName=\"snow_team\">"
                                                    + "<column name=\"colour\" type=\"varchar(20)\"/></addColumn>")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a further migration. */
    public static EditedJar migrated(EditedJar jar, String id, String changes) {
        return jar.file("migrations/0003-" + id + ".xml", changeSet(id, changes));
    }

    /** A file of migrations. */
    public static String changeSet(String id, String changes) {
        return CHANGE_SET.formatted(id, changes);
    }
}
