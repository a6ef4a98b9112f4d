package org.gridloom.organization.internal;

import java.util.List;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The code layout as it is set. */
@Component(
        service = {CodeLayouts.class, SettingsCheck.class},
        configurationPid = TerritorySettings.PID)
@Designate(ocd = TerritorySettings.class)
public final class CodeLayouts implements SettingsCheck {

    private volatile CodeLayout layout;

    @Activate
    public CodeLayouts(TerritorySettings settings) {
        layout = read(settings);
    }

    @Modified
    void modified(TerritorySettings settings) {
        layout = read(settings);
    }

    @Override
    public String module() {
        return TerritorySettings.PID;
    }

    @Override
    public String section() {
        return "territory";
    }

    @Override
    public List<Violation> check(SettingValues values) {
        try {
            CodeLayout.of(values.list("levels"), values.list("kinds"));
            return List.of();
        } catch (IllegalArgumentException refused) {
            return List.of(Violation.of(
                    "levels", Text.of("编码规则不成立:%s", "The code layout makes no sense: %s", refused.getMessage())));
        }
    }

    private static CodeLayout read(TerritorySettings settings) {
        return CodeLayout.of(List.of(settings.levels()), List.of(settings.kinds()));
    }

    public CodeLayout current() {
        return layout;
    }
}
