package org.gridloom.platform.rest.internal.figure;

import java.time.LocalDate;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** The unit bears another code on the date. */
public final class UnitMoved extends Problem {

    private static final long serialVersionUID = 1L;

    private final String successor;

    UnitMoved(String code, String successor, LocalDate asOf) {
        super(
                Kind.GONE,
                Text.of("单位 %1$s 在 %3$s 的编码为 %2$s", "Unit %1$s has the code %2$s on %3$s", code, successor, asOf));
        this.successor = successor;
    }

    String successor() {
        return successor;
    }
}
