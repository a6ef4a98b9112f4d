package org.gridloom.training.internal;

import java.util.List;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.RestructuringConsequences;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a change of structure means for sessions that are to come. */
@Component
public final class SessionConsequences implements RestructuringConsequences {

    private final Desk desk;

    @Activate
    public SessionConsequences(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Consequence> of(PlannedRestructuring planned) {
        return desk.transactions()
                .read(tx -> SessionStates.upcoming().stream()
                        .map(state ->
                                new SessionFilter(null, null, null, state, null, null, null, planned.date(), null))
                        .mapToLong(filter -> new SessionStore(tx).count(filter, planned.scope()))
                        .boxed()
                        .reduce(Long::sum)
                        .map(count -> List.of(new Consequence(words(planned.kind()), count, null)))
                        .orElseThrow());
    }

    private static Text words(PlannedRestructuring.Kind kind) {
        return switch (kind) {
            case MOVE, MERGE -> Text.of("期待举办的培训,随单元转移", "sessions of training to come, which go along with the unit");
            case SPLIT ->
                Text.of("期待举办的培训,此后计入上级单元", "sessions of training to come, which then count for the unit above");
            case CLOSE -> Text.of("期待举办的培训,须另行安排", "sessions of training to come, to be arranged anew");
        };
    }
}
