package org.gridloom.platform.rest.internal.module;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The modules that this start leaves out on the operator's word: safe mode. The start script says which. */
@Component(service = LeftOut.class)
public final class LeftOut {

    private static final String VARIABLE = "GRIDLOOM_LEFT_OUT";
    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    private final List<String> names;

    @Activate
    public LeftOut() {
        this(System.getenv(VARIABLE));
    }

    public LeftOut(String value) {
        names = COMMA.splitAsStream(Objects.toString(value, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /** By name. */
    public List<String> names() {
        return names;
    }

    /** Whether paths with this first segment are those of a module that is left out. */
    public boolean serves(String segment) {
        return !segment.isEmpty()
                && names.stream()
                        .anyMatch(name ->
                                name.equals(segment) || name.endsWith("-" + segment) || name.endsWith("." + segment));
    }
}
