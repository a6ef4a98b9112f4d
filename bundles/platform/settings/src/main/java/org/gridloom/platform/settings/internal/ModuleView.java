package org.gridloom.platform.settings.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.text.Text;

/**
 * The settings of a module as they stand on this node.
 *
 * @param module PID
 * @param bundle symbolic name of the bundle that declares them
 * @param title what they are called
 * @param description what they are for; empty for none
 * @param duty whose work it is to change them
 * @param editable whether the caller may change them
 * @param file name of the node's file in its data folder; null where there is none
 * @param problems why something does not hold that should
 * @param settings in the order in which they are declared
 * @param version counts what the district changed
 */
public record ModuleView(
        String module,
        String bundle,
        Text title,
        Text description,
        Duty duty,
        boolean editable,
        String file,
        List<Text> problems,
        List<SettingView> settings,
        long version) {}
