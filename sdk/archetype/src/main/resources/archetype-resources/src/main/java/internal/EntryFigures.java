package ${package}.internal;

import static ${package}.EntryPermissions.READ;

import ${package}.EntryFilter;
import ${package}.internal.store.EntryStore;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many entries there are. */
@Component
public final class EntryFigures implements FigureProvider {

    private static final String ENTRIES = "${capability}.entries";

    private final Transactions transactions;

    @Activate
    public EntryFigures(@Reference(target = "(osgi.unit.name=${artifactId})") Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(new FigureDefinition(
                ENTRIES,
                Text.of("${titleZh}", "${titleEn}"),
                Text.of(
                        "本单元及其下自起始日（未给出则为当年 1 月 1 日）至该日的记录数",
                        "Entries of the unit or below from the first day, else 1 January, up to the date"),
                Text.of("条", "entries"),
                READ));
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        LocalDate from = query.from() == null ? query.asOf().withDayOfYear(1) : query.from();
        EntryFilter filter = new EntryFilter(null, null, from, query.asOf());
        long count = transactions.read(tx -> new EntryStore(tx.em()).count(filter, query.scope()));
        String records = "${capability}/entries?unit=" + query.unit() + "&from=" + from + "&to=" + query.asOf();
        return List.of(new Figure(ENTRIES, query.unit(), count, query.asOf(), from, records));
    }
}
