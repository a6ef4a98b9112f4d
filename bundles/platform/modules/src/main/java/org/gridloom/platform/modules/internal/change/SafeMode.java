package org.gridloom.platform.modules.internal.change;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The modules that this start leaves out on the operator's word. The start script says which. */
@Component(service = SafeMode.class)
public final class SafeMode {

    private static final String VARIABLE = "GRIDLOOM_LEFT_OUT";
    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    private final Set<String> names;

    @Activate
    public SafeMode() {
        names = COMMA.splitAsStream(Objects.toString(System.getenv(VARIABLE), ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    public boolean leavesOut(String feature) {
        return names.contains(feature);
    }
}
