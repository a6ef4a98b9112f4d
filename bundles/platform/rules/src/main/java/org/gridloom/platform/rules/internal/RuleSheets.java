package org.gridloom.platform.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.Sheets;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers each rule set as a list, {@code rules.<set>}, for as long as its module runs. */
@Component(service = RuleSheets.class, immediate = true)
public final class RuleSheets {

    private static final RuleSheet.Terms TO_BE_FINISHED = new RuleSheet.Terms(null, List.of());

    private final BundleContext context;
    private final RuleSets sets;
    private final RuleEditing editing;
    private final Sheets sheets;
    private final Map<RuleSet, ServiceRegistration<Sheet>> offered = new ConcurrentHashMap<>();

    @Activate
    public RuleSheets(
            BundleContext context, @Reference RuleSets sets, @Reference RuleEditing editing, @Reference Sheets sheets) {
        this.context = context;
        this.sets = sets;
        this.editing = editing;
        this.sheets = sheets;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSet(RuleSet set) {
        Sheet sheet = new RuleSheet(set, editing, TO_BE_FINISHED, draft -> {});
        offered.put(set, context.registerService(Sheet.class, sheet, null));
    }

    void removeSet(RuleSet set) {
        offered.remove(set).unregister();
    }

    /**
     * Makes a draft of a file's table, all or nothing.
     *
     * @param basis numbers of the documents cited
     */
    public RuleVersion draft(String code, InputStream in, LocalDate from, List<String> basis) throws IOException {
        editing.requireEditor();
        AtomicReference<RuleVersion> draft = new AtomicReference<>();
        Sheet sheet = new RuleSheet(sets.get(code), editing, new RuleSheet.Terms(from, basis), draft::set);
        sheets.load(sheet, in, false, Progress.NONE).orRefused();
        return draft.get();
    }
}
