package org.gridloom.build.ui.declaration;

import java.util.List;
import java.util.stream.Collectors;

/** A declaration that cannot be used, with everything that is wrong in it. */
public final class FaultyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultyException(List<Fault> faults) {
        super(faults.stream().map(Fault::inEnglish).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
