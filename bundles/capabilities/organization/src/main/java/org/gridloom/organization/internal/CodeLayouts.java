package org.gridloom.organization.internal;

import java.util.List;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code layout as configured. A layout that makes no sense is refused and the old one kept. */
@Component(service = CodeLayouts.class, configurationPid = "org.gridloom.organization")
@Designate(ocd = TerritorySettings.class)
public final class CodeLayouts {

    private static final Logger LOG = LoggerFactory.getLogger(CodeLayouts.class);

    private volatile CodeLayout layout;

    @Activate
    public CodeLayouts(TerritorySettings settings) {
        layout = read(settings);
    }

    @Modified
    void modified(TerritorySettings settings) {
        try {
            layout = read(settings);
        } catch (IllegalArgumentException refused) {
            LOG.error("The code layout is refused, the former one stays in force: {}", refused.getMessage());
        }
    }

    private static CodeLayout read(TerritorySettings settings) {
        return CodeLayout.of(List.of(settings.levels()), List.of(settings.kinds()));
    }

    public CodeLayout current() {
        return layout;
    }
}
