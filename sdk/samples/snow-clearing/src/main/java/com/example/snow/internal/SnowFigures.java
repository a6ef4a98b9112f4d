package com.example.snow.internal;

import static com.example.snow.SnowPermissions.READ;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import com.example.snow.internal.store.CallOutStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How often and how long snow was cleared. */
@Component
public final class SnowFigures implements FigureProvider {

    private static final String CALL_OUTS = "snow.callOuts";
    private static final String HOURS = "snow.hours";

    private final Desk desk;

    @Activate
    public SnowFigures(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(
                new FigureDefinition(
                        CALL_OUTS,
                        Text.of("除雪出动", "Call-outs for snow"),
                        Text.of(
                                "本单元及其下自起始日（未给出则为当年 1 月 1 日）至该日已完成的出动次数",
                                "Call-outs that are done in the unit or below, from the first day, else 1 January, up to"
                                        + " the date"),
                        Text.of("次", "call-outs"),
                        READ),
                new FigureDefinition(
                        HOURS,
                        Text.of("除雪工时", "Hours of snow clearing"),
                        Text.of("上述出动的小时数之和", "The hours of these call-outs together"),
                        Text.of("小时", "hours"),
                        READ));
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        LocalDate from = query.from() == null ? query.asOf().withDayOfYear(1) : query.from();
        CallOutFilter done = new CallOutFilter(null, null, CallOut.DONE, from, query.asOf());
        return desk.transactions().read(tx -> {
            CallOutStore store = new CallOutStore(tx.em());
            List<Figure> figures = new ArrayList<>();
            if (query.codes().contains(CALL_OUTS)) {
                String records =
                        "snow/call-outs?state=done&unit=" + query.unit() + "&from=" + from + "&to=" + query.asOf();
                figures.add(figure(query, from, CALL_OUTS, store.count(done, query.scope()), records));
            }
            if (query.codes().contains(HOURS)) {
                figures.add(figure(query, from, HOURS, store.hours(done, query.scope()), null));
            }
            return figures;
        });
    }

    private static Figure figure(FigureQuery query, LocalDate from, String code, Number value, String drillDown) {
        return new Figure(code, query.unit(), value, query.asOf(), from, drillDown);
    }
}
