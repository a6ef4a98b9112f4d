package org.gridloom.itests.harness;

import java.nio.file.Path;
import org.gridloom.itests.probe.ColourResource;

/** Later versions of the vendor kit's sample, as its vendor would bring them. */
public final class SnowVersions {

    /** The one that there is. */
    public static final Path FIRST = Path.of(System.getProperty("gridloom.snow.kar"));

    /** What the changed page says beside its title. */
    public static final String PAGE = "彩色标识";

    private SnowVersions() {}

    /** The first one again, to be changed. */
    public static EditedJar edited() {
        return EditedJar.in(FIRST);
    }

    /** With a new column. */
    public static EditedJar coloured() {
        return edited().column("0002-colour.xml", "snow_team", "colour");
    }

    /** Has a new column, a changed page, another word in the menu, and a new endpoint. */
    public static Path withColours(Path directory, String version) {
        return KarFile.snow(version)
                .in(
                        directory,
                        coloured()
                                .resource(ColourResource.class, "com.example.snow")
                                .replace(
                                        "ui/teams.js",
                                        "${t('teams.title')}</h1>",
                                        "${t('teams.title')} " + PAGE + "</h1>")
                                .replace("ui/i18n/zh-CN.json", "除雪队伍", "除雪队伍（彩）"));
    }

    /** Has a further migration. */
    public static EditedJar migrated(EditedJar jar, String id, String changes) {
        return jar.migration("0003-" + id + ".xml", id, changes);
    }
}
