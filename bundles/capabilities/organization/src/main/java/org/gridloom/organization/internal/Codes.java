package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.domain.CodeLayout;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;

/** Gives out codes below a parent. What was in use once, or will be by a change ahead, is never given again. */
final class Codes {

    private final CodeLayout layout;
    private final String parent;
    private final String prefix;
    private final UnitLevel level;
    private final Set<String> taken = new TreeSet<>();

    private Codes(CodeLayout layout, String parent, UnitLevel level) {
        this.layout = layout;
        this.parent = parent;
        this.prefix = layout.prefix(parent);
        this.level = level;
    }

    /** Codes below a parent that is there already; its row is locked where one is to be used. */
    static Codes below(Territory territory, UnitRow parent, UnitLevel level, LocalDate date) {
        Codes codes = new Codes(territory.layout(), territory.code(parent, date), level);
        // A change ahead may bring the parent elsewhere; suffixes in use there would collide then.
        codes.collect(
                territory,
                List.of(
                        new Above(codes.parent, date),
                        new Above(territory.code(parent, LocalDate.MAX), LocalDate.MAX)));
        return codes;
    }

    /** Codes below a parent that is about to be made. */
    static Codes fresh(CodeLayout layout, String parent, UnitLevel level) {
        return new Codes(layout, parent, level);
    }

    /** The parent's code on a date. */
    private record Above(String code, LocalDate date) {}

    private void collect(Territory territory, List<Above> parents) {
        Succession succession = territory.succession();
        // One and the same where no change is ahead: then one look serves both dates.
        Set<UnitScope> scopes = parents.stream()
                .map(above -> succession.scope(above.code(), above.date()))
                .collect(Collectors.toSet());
        for (UnitScope scope : scopes) {
            for (String stored : territory.store().codes(scope, level.code())) {
                for (Above above : parents) {
                    take(above.code(), stored);
                    take(above.code(), succession.position(stored, above.date()));
                }
            }
        }
        for (Above above : parents) {
            succession.named(layout.prefix(above.code()), level.codeLength()).forEach(code -> take(above.code(), code));
        }
    }

    private void take(String above, String code) {
        String beginning = layout.prefix(above);
        if (code.startsWith(beginning)) {
            taken.add(prefix + code.substring(beginning.length()));
        }
    }

    /** The kind asked for, or told by the code, or the first of the level; null at levels without kinds. */
    String kind(String wanted, String code) {
        if (level.kinds().isEmpty()) {
            if (wanted != null) {
                throw Problem.invalid("kind", Text.of("该层级不分类别", "This level has no kinds"));
            }
            return null;
        }
        if (wanted == null) {
            return code == null || !isFormed(code)
                    ? level.kinds().get(0).code()
                    : layout.kindOf(code).map(UnitKind::code).orElseThrow(() -> misfit("code"));
        }
        if (level.kinds().stream().noneMatch(kind -> kind.code().equals(wanted))) {
            throw Problem.invalid(
                    "kind",
                    Text.of(
                            "应为以下之一:%s",
                            "Must be one of %s",
                            String.join(
                                    ", ",
                                    level.kinds().stream().map(UnitKind::code).toList())));
        }
        return wanted;
    }

    private boolean isFormed(String code) {
        return code.length() == level.codeLength() && code.startsWith(prefix);
    }

    /**
     * The code wanted, if it may be used, or else the next free one.
     *
     * @param field names the code wanted in a refusal
     */
    String take(String field, String wanted, String kind) {
        String code = wanted == null ? next(kind) : checked(field, wanted, kind);
        taken.add(code);
        return code;
    }

    /** The suffix that the old code has, or the next free one if another unit has it. */
    String renumbered(String old, String kind) {
        String same = prefix + old.substring(old.length() - level.digits());
        return take("code", taken.contains(same) ? null : same, kind);
    }

    private String next(String kind) {
        return layout.nextFree(parent, level, kind, taken)
                .orElseThrow(
                        () -> Problem.conflict(Text.of("单元 %s 之下已无可用编码", "No code is left below the unit %s", parent)));
    }

    private String checked(String field, String wanted, String kind) {
        if (!isFormed(wanted)) {
            throw Problem.invalid(
                    field,
                    Text.of(
                            "应为上级编码 %s 加 %d 位数字",
                            "Must be the parent's code %s and %d digits", parent, level.digits()));
        }
        if (!layout.fits(wanted, kind)) {
            throw misfit(field);
        }
        if (taken.contains(wanted)) {
            throw Problem.conflict(
                    Text.of("编码 %s 已用过或已预定,编码不重复使用", "The code %s is or was in use; codes are never reused", wanted));
        }
        return wanted;
    }

    private Problem misfit(String field) {
        return Problem.invalid(
                field,
                level.kinds().isEmpty()
                        ? Text.of("编码后缀不能全为 0", "The suffix must not be all zeros")
                        : Text.of(
                                "编码后缀与类别不符,允许:%s",
                                "The suffix does not fit the kind; allowed: %s",
                                String.join(
                                        "; ",
                                        level.kinds().stream()
                                                .map(kind -> kind.code() + " " + String.join(",", kind.suffixes()))
                                                .toList())));
    }
}
