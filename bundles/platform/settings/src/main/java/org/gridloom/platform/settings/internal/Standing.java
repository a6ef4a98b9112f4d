package org.gridloom.platform.settings.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;

/**
 * How the settings of a module stand on this node.
 *
 * @param module as it is declared
 * @param district what the district has set
 * @param fileText the file as it was last found good; null for none
 * @param file what the file sets
 * @param values all that holds besides defaults
 * @param problems why something does not hold that should
 */
record Standing(
        SettingsModule module,
        Map<String, List<String>> district,
        String fileText,
        Map<String, List<String>> file,
        Map<String, List<String>> values,
        List<Text> problems) {

    Standing with(List<Text> otherProblems) {
        return new Standing(module, district, fileText, file, values, otherProblems);
    }
}
