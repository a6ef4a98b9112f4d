package org.gridloom.platform.state;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * A step that cannot be taken now. Says where the case stands and what the caller may do; the problem details carry both
 * as {@code state}, {@code version} and {@code allowed}.
 */
public final class RefusedMove extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient Case current;

    /** @param current with what the caller may do now */
    public RefusedMove(Text why, Case current) {
        super(Kind.CONFLICT, text(why, current));
        this.current = current;
    }

    /** Where the case stands, with what the caller may do now. */
    public Case current() {
        return current;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("state", current.state(), "version", current.version(), "allowed", allowed());
    }

    private List<String> allowed() {
        return open(current).stream().map(CaseAction::action).toList();
    }

    private static List<CaseAction> open(Case current) {
        return current.actions().stream()
                .filter(action -> action.blocked() == null)
                .toList();
    }

    private static Text text(Text why, Case current) {
        List<CaseAction> open = open(current);
        String zh =
                String.join("、", open.stream().map(action -> action.name().zh()).toList());
        String en = String.join(
                ", ", open.stream().map(action -> action.name().en()).toList());
        return Text.of(
                "%1$s。现处于“%3$s”,您现在可以:%5$s",
                "%2$s. It is in state \"%4$s\"; you may now: %6$s",
                why.zh(),
                why.en(),
                current.stateName().zh(),
                current.stateName().en(),
                zh.isEmpty() ? "(无)" : zh,
                en.isEmpty() ? "(nothing)" : en);
    }
}
