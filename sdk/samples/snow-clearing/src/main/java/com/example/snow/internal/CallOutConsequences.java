package com.example.snow.internal;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import com.example.snow.internal.store.CallOutStore;
import java.util.List;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.RestructuringConsequences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells, before units are restructured, what becomes of call-outs that are ordered: see {@link UnitChanges}. */
@Component
public final class CallOutConsequences implements RestructuringConsequences {

    private final Desk desk;

    @Activate
    public CallOutConsequences(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Consequence> of(PlannedRestructuring planned) {
        CallOutFilter touched = new CallOutFilter(null, null, CallOut.ORDERED, planned.date(), null);
        long count = desk.transactions().read(tx -> new CallOutStore(tx.em()).count(touched, planned.scope()));
        return List.of(new Consequence(words(planned.kind()), count, null));
    }

    private static Text words(PlannedRestructuring.Kind kind) {
        return switch (kind) {
            case MOVE, MERGE -> Text.of("次待出动的除雪，随单元转移", "ordered call-outs for snow, which go along");
            case SPLIT -> Text.of("次待出动的除雪，转到上级单元", "ordered call-outs for snow, which go to the unit above");
            case CLOSE -> Text.of("次待出动的除雪，随之取消", "ordered call-outs for snow, which are cancelled");
        };
    }
}
