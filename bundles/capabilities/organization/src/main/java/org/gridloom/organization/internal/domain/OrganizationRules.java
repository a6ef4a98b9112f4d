package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.gridloom.organization.OrganizationType;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * What the particulars of an organisation must fulfil from a day on.
 *
 * @param unitThere whether a territory unit bears the code on the date
 * @param levelOfParty level of the party organisation that is there on the date and has no end set
 */
public record OrganizationRules(
        Words words,
        BiPredicate<String, LocalDate> unitThere,
        BiFunction<String, LocalDate, Optional<String>> levelOfParty) {

    public List<Violation> check(Family family, Particulars what, LocalDate from) {
        List<Violation> found = new ArrayList<>();
        boolean placed = family != Family.PARTY || checkLevel(what, from, found);
        if (placed) {
            checkType(family, what, found);
        }
        checkUnits(family, what, from, found);
        return found;
    }

    private boolean checkLevel(Particulars what, LocalDate from, List<Violation> found) {
        if (!words.levels().containsKey(what.level())) {
            found.add(Violation.of(
                    "level",
                    oneOf(words.levelsDown().stream().map(l -> l.code()).toList())));
            return false;
        }
        if (words.isTopmost(what.level())) {
            if (what.parent() != null) {
                found.add(Violation.of("parent", Text.of("最高一级没有上级", "There is nothing above the topmost level")));
            }
            return true;
        }
        if (what.parent() == null) {
            found.add(Violation.of("parent", Text.of("不能为空", "Must be given")));
            return true;
        }
        Optional<String> above = levelOfParty.apply(what.parent(), from);
        if (above.isEmpty()) {
            found.add(Violation.of(
                    "parent",
                    Text.of(
                            "没有在 %2$s 有效且未撤销的党组织 %1$s",
                            "No party organisation %s is there on %s to stay", what.parent(), from)));
        } else if (position(above.get()) >= position(what.level())) {
            found.add(Violation.of(
                    "parent", Text.of("上级 %s 的层级须高于本组织", "%s must be of a level above this one", what.parent())));
        }
        return true;
    }

    private void checkType(Family family, Particulars what, List<Violation> found) {
        List<String> allowed = words.typesFor(family, what.level());
        if (!allowed.contains(what.type())) {
            found.add(Violation.of("type", oneOf(allowed)));
            return;
        }
        OrganizationType type = words.types().get(what.type());
        if (!type.coversMany() && what.covers().size() > 1) {
            found.add(Violation.of(
                    family.coversField(),
                    Text.of(
                            "类型“%s”只能覆盖一个单元",
                            "An organisation of type %2$s covers one unit only",
                            type.name().zh(),
                            type.code())));
        }
    }

    private void checkUnits(Family family, Particulars what, LocalDate from, List<Violation> found) {
        if (!unitThere.test(what.seat(), from)) {
            found.add(Violation.of(family.seatField(), noUnit(what.seat(), from)));
        }
        for (String unit : what.covers()) {
            if (!unit.equals(what.seat()) && !unitThere.test(unit, from)) {
                found.add(Violation.of(family.coversField(), noUnit(unit, from)));
            }
        }
    }

    private int position(String level) {
        return words.levels().get(level).position();
    }

    static Text noUnit(String code, LocalDate date) {
        return Text.of("没有在 %2$s 使用编码 %1$s 的单元", "No unit bears the code %s on %s", code, date);
    }

    static Text oneOf(List<String> allowed) {
        String list = String.join(", ", allowed);
        return new Text("只能是：" + list, "Must be one of: " + list);
    }
}
