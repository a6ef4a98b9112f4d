package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * Where codes went. Records keep for ever the code that they were written under, units the one they were created under:
 * their <em>stored</em> code. Its <em>position</em> on a date is found by applying the steps up to that date in order.
 */
public final class Succession {

    /**
     * A change of codes.
     *
     * @param ordinal order in which steps were recorded; decides among steps of one day
     * @param kind {@code MOVE}: every code that begins with {@code from} begins with {@code to} since; {@code MERGE}:
     *     the code {@code from} alone became {@code to}; {@code SPLIT}: {@code to} is one of the successors of
     *     {@code from}, whose records stay where they are
     * @param date first day on which it holds
     * @param document id of the document on which it rests; may be null
     */
    public record Step(long ordinal, Kind kind, String from, String to, LocalDate date, Long document) {

        public Step(long ordinal, Kind kind, String from, String to, LocalDate date) {
            this(ordinal, kind, from, to, date, null);
        }

        String apply(String code) {
            return switch (kind) {
                case MOVE -> code.startsWith(from) ? to + code.substring(from.length()) : code;
                case MERGE -> code.equals(from) ? to : code;
                case SPLIT, CLOSE -> code;
            };
        }

        /** The codes that this step brings into the scope. */
        UnitScope undo(UnitScope scope) {
            return switch (kind) {
                case MOVE -> renamed(scope).union(scope.minus(CodeRange.subtree(from)));
                case MERGE -> {
                    UnitScope others = scope.minus(CodeRange.only(from));
                    yield scope.contains(to) ? others.union(UnitScope.of(List.of(CodeRange.only(from)))) : others;
                }
                case SPLIT, CLOSE -> scope;
            };
        }

        /** As {@link #undo(UnitScope)} for single codes. */
        void undo(Set<String> codes) {
            switch (kind) {
                case MOVE -> {
                    Set<String> moved = new TreeSet<>();
                    codes.stream().filter(code -> code.startsWith(to)).forEach(code -> moved.add(before(code)));
                    codes.removeIf(code -> code.startsWith(from));
                    codes.addAll(moved);
                }
                case MERGE -> {
                    codes.remove(from);
                    if (codes.contains(to)) {
                        codes.add(from);
                    }
                }
                case SPLIT, CLOSE -> {
                    // Records stay where they are.
                }
            }
        }

        private UnitScope renamed(UnitScope scope) {
            UnitScope moved = scope.intersect(UnitScope.of(List.of(CodeRange.subtree(to))));
            return UnitScope.of(moved.ranges().stream()
                    .map(range -> new CodeRange(before(range.from()), before(range.to())))
                    .toList());
        }

        private String before(String code) {
            return from + code.substring(to.length());
        }

        private boolean concerns(String code) {
            return related(from, code) || to.startsWith(code);
        }
    }

    /** No code has ever changed. */
    public static final Succession NONE = new Succession(List.of());

    private final List<Step> steps;
    private final Map<String, Set<String>> parts = new HashMap<>();

    public Succession(Collection<Step> steps) {
        this.steps = steps.stream()
                .sorted(Comparator.comparing(Step::date).thenComparing(Step::ordinal))
                .toList();
        for (Step step : this.steps) {
            if (step.kind() == Kind.SPLIT) {
                parts.computeIfAbsent(step.from(), from -> new TreeSet<>()).add(step.to());
            }
        }
    }

    /** All steps, by date. */
    public List<Step> steps() {
        return steps;
    }

    /** With steps that are about to be recorded. */
    public Succession and(Collection<Step> more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Succession(all);
    }

    /** The code that stands for the stored code on the date. */
    public String position(String stored, LocalDate date) {
        String code = stored;
        for (Step step : steps) {
            if (step.date().isAfter(date)) {
                break;
            }
            code = step.apply(code);
        }
        return code;
    }

    /** A step that gave a unit another code. */
    public record Passage(LocalDate date, Kind kind, String from, String to, Long document) {}

    /** How the stored code came to its last position, in order. */
    public List<Passage> passages(String stored) {
        List<Passage> passages = new ArrayList<>();
        String code = stored;
        for (Step step : steps) {
            String next = step.apply(code);
            if (!next.equals(code)) {
                passages.add(new Passage(step.date(), step.kind(), code, next, step.document()));
                code = next;
            }
        }
        return passages;
    }

    /** Steps that made the code itself out of others, or others out of it: merges and splits. */
    public List<Step> kin(String code) {
        return steps.stream()
                .filter(step -> step.kind() == Kind.MERGE || step.kind() == Kind.SPLIT)
                .filter(step -> step.from().equals(code) || step.to().equals(code))
                .toList();
    }

    /** Days from which the code, or one above it, is the outcome of a step. */
    public Set<LocalDate> begins(String code) {
        Set<LocalDate> days = new TreeSet<>();
        steps.stream().filter(step -> code.startsWith(step.to())).forEach(step -> days.add(step.date()));
        return days;
    }

    /** Stored codes of this length that a step moved by themselves up to the date, not along with one above. */
    public Set<String> movedAlone(int length, LocalDate date) {
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.kind() == Kind.MOVE
                    && step.from().length() == length
                    && !step.date().isAfter(date)) {
                Set<String> origins = new TreeSet<>(Set.of(step.from()));
                for (int j = i - 1; j >= 0; j--) {
                    steps.get(j).undo(origins);
                }
                codes.addAll(origins);
            }
        }
        return codes;
    }

    /** Stored codes whose position on the date is the code or begins with it. */
    public UnitScope scope(String code, LocalDate date) {
        UnitScope scope = UnitScope.of(List.of(CodeRange.subtree(code)));
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).date().isAfter(date)) {
                scope = steps.get(i).undo(scope);
            }
        }
        return scope;
    }

    /** Stored codes whose position on the date is the code itself. */
    public Set<String> origins(String code, LocalDate date) {
        Set<String> codes = new TreeSet<>(Set.of(code));
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).date().isAfter(date)) {
                steps.get(i).undo(codes);
            }
        }
        return codes;
    }

    /** The codes that a code has become by the date, itself if nothing happened to it. */
    public Set<String> successors(String code, LocalDate date) {
        Set<String> current = new TreeSet<>(Set.of(code));
        for (Step step : steps) {
            if (step.date().isAfter(date)) {
                break;
            }
            if (step.kind() == Kind.SPLIT && current.remove(step.from())) {
                current.addAll(parts.get(step.from()));
            }
            current = new TreeSet<>(current.stream().map(step::apply).toList());
        }
        return current;
    }

    /** The latest day, after the date, of a step that concerns the unit at the code on the date, one above or below. */
    public Optional<LocalDate> lastChange(String code, LocalDate date) {
        return last(date, step -> step.concerns(code));
    }

    /** The latest day, after the date, of a step that changes the code itself. */
    public Optional<LocalDate> lastChangeAbove(String code, LocalDate date) {
        return last(date, step -> code.startsWith(step.from()));
    }

    private Optional<LocalDate> last(LocalDate date, Predicate<Step> concerned) {
        return steps.stream()
                .filter(step -> step.date().isAfter(date) && concerned.test(step))
                .map(Step::date)
                .max(Comparator.naturalOrder());
    }

    /** Whether any step names the code; it was in use or will be. */
    public boolean names(String code) {
        return steps.stream()
                .anyMatch(step -> step.from().equals(code) || step.to().equals(code));
    }

    /** Codes of this length directly below the code that any step names; they were in use or will be. */
    public Set<String> named(String parent, int length) {
        Set<String> codes = new TreeSet<>();
        for (Step step : steps) {
            for (String code : List.of(step.from(), step.to())) {
                if (code.length() == length && code.startsWith(parent)) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static boolean related(String a, String b) {
        return a.startsWith(b) || b.startsWith(a);
    }
}
