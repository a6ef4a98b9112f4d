package org.gridloom.platform.console;

import java.util.Locale;
import org.apache.karaf.shell.api.console.Session;

/**
 * The language of a console session: its variable {@code GRIDLOOM_LANG} ({@code zh-CN} or {@code en}; an SSH client may
 * send it), else the server's environment variable of that name, else Chinese.
 */
public final class ConsoleLanguage {

    private static final String VARIABLE = "GRIDLOOM_LANG";

    private ConsoleLanguage() {}

    public static Locale of(Session session) {
        Object chosen = session.get(VARIABLE);
        String tag = chosen == null ? System.getenv(VARIABLE) : chosen.toString();
        return tag == null || tag.isBlank()
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.forLanguageTag(tag.trim().replace('_', '-'));
    }
}
