package com.example.snow.internal;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.CallOut;
import com.example.snow.CallOutDraft;
import com.example.snow.CallOutFilter;
import com.example.snow.CallOuts;
import com.example.snow.Work;
import com.example.snow.internal.store.CallOutStore;
import com.example.snow.internal.store.TeamStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the call-outs. */
@Component(service = {CallOuts.class, DefaultCallOuts.class})
public final class DefaultCallOuts implements CallOuts {

    private final Desk desk;
    private final SnowSettings settings;

    @Activate
    public DefaultCallOuts(@Reference Desk desk, @Reference SnowSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public Page<CallOut> list(CallOutFilter filter, PageQuery page) {
        UnitScope scope = desk.access().scope(READ, filter.unit());
        return desk.transactions().read(tx -> new CallOutStore(tx.em()).list(filter, scope, page));
    }

    @Override
    public CallOut get(String number) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            CallOut found = new CallOutStore(tx.em()).find(number).orElseThrow(DefaultCallOuts::missing);
            desk.access().require(READ, found.unit());
            return found;
        });
    }

    @Override
    public CallOut order(CallOutDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            check(tx, draft);
            if (new CallOutStore(tx.em()).find(draft.number()).isPresent()) {
                throw Problem.conflict(Text.of("单号已被使用", "The number is taken"));
            }
            return insert(tx, ordered(draft, 1));
        });
    }

    @Override
    public CallOut change(String number, CallOutDraft draft, long expectedVersion) {
        desk.valid(draft);
        if (!number.equals(draft.number())) {
            throw Problem.invalid("number", Text.of("单号不能修改", "The number cannot be changed"));
        }
        return step(number, expectedVersion, "snow.call-out.changed", (tx, before) -> {
            check(tx, draft);
            return ordered(draft, before.version() + 1);
        });
    }

    @Override
    public CallOut done(String number, Work work, long expectedVersion) {
        desk.valid(work);
        requireHours(work.hours());
        return step(number, expectedVersion, "snow.call-out.done", (tx, before) -> {
            if (before.day().isAfter(desk.today())) {
                throw Problem.conflict(Text.of("尚未到出动日期", "Its day has not come"));
            }
            return revised(before, before.unit(), CallOut.DONE, work.hours());
        });
    }

    @Override
    public CallOut cancel(String number, long expectedVersion) {
        return step(
                number,
                expectedVersion,
                "snow.call-out.cancelled",
                (tx, before) -> revised(before, before.unit(), CallOut.CANCELLED, null));
    }

    @Override
    public Map<String, Long> ordered(Collection<String> units) {
        UnitScope own = desk.access().scope(READ, null);
        return desk.transactions().read(tx -> {
            Map<String, Long> counts = new CallOutStore(tx.em()).orderedByUnit(own);
            Map<String, Long> answer = new LinkedHashMap<>();
            desk.units()
                    .scopes(units, desk.today())
                    .byUnit()
                    .forEach((unit, scope) -> answer.put(
                            unit,
                            counts.entrySet().stream()
                                    .filter(count -> scope.contains(count.getKey()))
                                    .mapToLong(Map.Entry::getValue)
                                    .sum()));
            return answer;
        });
    }

    /** What an ordered call-out becomes. */
    @FunctionalInterface
    private interface Step {
        CallOut of(Tx tx, CallOut before);
    }

    private CallOut step(String number, long expectedVersion, String event, Step step) {
        desk.access().require(EDIT);
        return desk.transactions().call(tx -> {
            CallOut before = new CallOutStore(tx.em()).lock(number).orElseThrow(DefaultCallOuts::missing);
            desk.access().require(EDIT, before.unit());
            Desk.requireVersion(before.version(), expectedVersion);
            if (!before.state().equals(CallOut.ORDERED)) {
                throw Problem.conflict(Text.of("出动已结束或已取消，不能再改", "It is over or cancelled and stays as it is"));
            }
            return update(tx, event, before, step.of(tx, before));
        });
    }

    /** Of a subscriber, which is no caller with a scope: an ordered call-out goes to another unit, or is cancelled for null. */
    void follow(Tx tx, String number, String unit) {
        CallOut before = new CallOutStore(tx.em()).lock(number).orElseThrow(DefaultCallOuts::missing);
        CallOut after = unit == null
                ? revised(before, before.unit(), CallOut.CANCELLED, null)
                : revised(before, unit, CallOut.ORDERED, null);
        update(tx, unit == null ? "snow.call-out.cancelled" : "snow.call-out.followed", before, after);
    }

    /** For an import: makes the call-out what the row says, or finds out what that would do. */
    Outcome put(Tx tx, CallOutDraft draft, BigDecimal hours, boolean write) {
        desk.valid(draft);
        check(tx, draft);
        if (hours != null) {
            desk.valid(new Work(hours));
            requireHours(hours);
        }
        CallOutStore store = new CallOutStore(tx.em());
        CallOut before = (write ? store.lock(draft.number()) : store.find(draft.number())).orElse(null);
        long version = before == null ? 0 : before.version();
        CallOut wanted = hours == null
                ? ordered(draft, version + 1)
                : revised(ordered(draft, version), draft.unit(), CallOut.DONE, hours);
        if (before == null) {
            if (write) {
                insert(tx, wanted);
            }
            return Outcome.CREATED;
        }
        desk.access().require(EDIT, before.unit());
        if (fields(before).equals(fields(wanted))) {
            return Outcome.UNCHANGED;
        }
        if (!before.state().equals(CallOut.ORDERED)) {
            throw Problem.invalid("number", Text.of("该出动已结束或已取消", "This call-out is over or cancelled"));
        }
        if (write) {
            update(tx, "snow.call-out.changed", before, wanted);
        }
        return Outcome.UPDATED;
    }

    private void check(Tx tx, CallOutDraft draft) {
        desk.requireUnit(EDIT, draft.unit());
        if (new TeamStore(tx.em()).find(draft.team()).isEmpty()) {
            throw Problem.invalid("team", Text.of("没有这支队伍", "There is no such team"));
        }
    }

    private void requireHours(BigDecimal hours) {
        if (hours.compareTo(BigDecimal.valueOf(settings.longestHours())) > 0) {
            throw Problem.invalid(
                    "hours", Text.of("一次出动最长 %d 小时", "A call-out takes %d hours at most", settings.longestHours()));
        }
    }

    private static CallOut ordered(CallOutDraft draft, long version) {
        return new CallOut(
                draft.number(),
                draft.unit(),
                draft.team(),
                draft.day(),
                CallOut.ORDERED,
                draft.machines(),
                null,
                draft.note(),
                version);
    }

    private static CallOut revised(CallOut it, String unit, String state, BigDecimal hours) {
        return new CallOut(
                it.number(), unit, it.team(), it.day(), state, it.machines(), hours, it.note(), it.version() + 1);
    }

    private static CallOut insert(Tx tx, CallOut callOut) {
        new CallOutStore(tx.em()).insert(callOut);
        tx.audit(AuditEntry.created("snow.call-out.ordered", subject(callOut), callOut.unit(), fields(callOut)));
        publish(tx, "snow.call-out.ordered", callOut);
        return callOut;
    }

    private static CallOut update(Tx tx, String event, CallOut before, CallOut after) {
        new CallOutStore(tx.em()).update(after);
        tx.audit(AuditEntry.changed(event, subject(after), after.unit(), fields(before), fields(after), null));
        publish(tx, event, after);
        return after;
    }

    private static void publish(Tx tx, String event, CallOut it) {
        tx.publish(new EventDraft(
                event, 1, subject(it), it.unit(), Map.of("number", it.number(), "unit", it.unit(), "team", it.team())));
    }

    private static Map<String, Object> fields(CallOut it) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unit", it.unit());
        fields.put("team", it.team());
        fields.put("day", it.day().toString());
        fields.put("state", it.state());
        fields.put("machines", it.machines());
        fields.put("hours", it.hours() == null ? null : it.hours().stripTrailingZeros());
        fields.put("note", it.note());
        return fields;
    }

    private static String subject(CallOut it) {
        return "snow-call-out/" + it.number();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这次出动", "There is no such call-out"));
    }
}
