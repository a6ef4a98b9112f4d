package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;

/** A vendor's module: every type that a setting may have, a check across two, one that takes a document. */
final class Gate implements SettingsCheck {

    static final String NAME = "vendor.gate";

    static SettingsModule declared() {
        ClassLoader loader = Gate.class.getClassLoader();
        try {
            return Metatypes.read("vendor.gate.bundle", loader.getResource("gate/metatype.xml"), loader::getResource)
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String module() {
        return NAME;
    }

    @Override
    public List<Violation> check(SettingValues values) {
        return values.number("minutes") <= values.number("longestMinutes")
                ? List.of()
                : List.of(Violation.of("minutes", Text.of("超过最长分钟", "Is more than the most minutes")));
    }

    @Override
    public Set<String> documented() {
        return Set.of("checkIn");
    }
}
