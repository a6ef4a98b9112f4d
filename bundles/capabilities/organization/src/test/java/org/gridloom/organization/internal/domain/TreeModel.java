package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.organization.internal.domain.Succession.Step;

/** A naive territory of three levels, two digits each: a map from unit to code, copied whole for each day. */
final class TreeModel {

    static final List<Integer> LENGTHS = List.of(2, 4, 6);
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** By day: stored code to code on the day, of units valid then. */
    final TreeMap<LocalDate, Map<String, String>> days = new TreeMap<>();

    final Set<String> everStored = new TreeSet<>();
    /** By code that was ever borne: codes of those who took over, in the end. */
    final Map<String, Set<String>> heirs = new HashMap<>();

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> now = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();
    private LocalDate day = START;

    static TreeModel after(List<SuccessionTest.Move> history) {
        TreeModel model = new TreeModel();
        model.born("10");
        for (String street : List.of("1001", "1002", "1003")) {
            model.born(street);
            model.born(street + "01");
            model.born(street + "02");
        }
        model.endDay();
        for (SuccessionTest.Move move : history) {
            model.day = model.day.plusDays(move.days());
            model.apply(move);
            model.endDay();
        }
        return model;
    }

    Succession succession() {
        return new Succession(steps);
    }

    private void endDay() {
        days.put(day, new TreeMap<>(now));
        days.put(day.plusDays(1), new TreeMap<>(now));
        days.tailMap(day.plusDays(1), false).clear();
    }

    private void apply(SuccessionTest.Move move) {
        List<String> streets = at(1);
        List<String> lowest = at(2);
        switch (move.kind()) {
            case 0 -> born(free(pick(streets, move.a())));
            case 1 -> {
                if (!lowest.isEmpty() && streets.size() > 1) {
                    move(pick(lowest, move.a()), pick(streets, move.b()));
                }
            }
            case 2 -> {
                String a = pick(streets, move.a());
                String b = pick(streets, move.b());
                if (!a.equals(b)) {
                    merge(List.of(a, b));
                }
            }
            case 3 -> split(pick(streets, move.a()), move.b());
            default -> {
                if (!lowest.isEmpty()) {
                    end(pick(lowest, move.a()), Set.of());
                }
            }
        }
    }

    private List<String> at(int level) {
        return now.values().stream()
                .filter(code -> code.length() == LENGTHS.get(level))
                .sorted()
                .toList();
    }

    private static String pick(List<String> codes, int choice) {
        return codes.get(choice % codes.size());
    }

    private void born(String code) {
        now.put(code, code);
        everStored.add(code);
        bear(code);
    }

    private void bear(String code) {
        used.add(code);
        heirs.put(code, new TreeSet<>(Set.of(code)));
    }

    private String free(String parent) {
        for (int suffix = 1; ; suffix++) {
            String code = parent + String.format("%02d", suffix);
            if (used.stream().noneMatch(code::equals)) {
                return code;
            }
        }
    }

    private void move(String code, String parent) {
        String to = free(parent);
        step(Kind.MOVE, code, to);
        recode(code, to);
    }

    /** Every unit at or below the code stands below the other now. */
    private void recode(String from, String to) {
        for (Map.Entry<String, String> unit : now.entrySet()) {
            String code = unit.getValue();
            if (code.startsWith(from)) {
                String next = to + code.substring(from.length());
                unit.setValue(next);
                bear(next);
                inherit(code, Set.of(next));
            }
        }
        used.add(to);
    }

    private void merge(List<String> parts) {
        String made = free("10");
        born(made);
        for (String part : parts) {
            step(Kind.MERGE, part, made);
        }
        for (String part : parts) {
            end(part, Set.of(made));
            takeAlong(part, made);
        }
    }

    private void split(String code, int choice) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            made.add(free("10"));
            born(made.get(i));
            step(Kind.SPLIT, code, made.get(i));
        }
        end(code, new TreeSet<>(made));
        int child = choice;
        for (String below : below(code)) {
            String to = made.get(child++ % 2) + below.substring(code.length());
            step(Kind.MOVE, below, to);
            recode(below, to);
        }
    }

    private List<String> below(String code) {
        return at(2).stream().filter(child -> child.startsWith(code)).toList();
    }

    private void takeAlong(String from, String to) {
        // Ended units go along too: what was recorded under them counts for the new unit.
        Set<String> all = new TreeSet<>(below(from));
        Succession soFar = new Succession(steps);
        everStored.stream()
                .map(stored -> soFar.position(stored, day))
                .filter(code -> code.length() == 6 && code.startsWith(from))
                .forEach(all::add);
        for (String child : all) {
            String next = free(to);
            step(Kind.MOVE, child, next);
            recode(child, next);
        }
    }

    private void end(String code, Set<String> successors) {
        now.values().remove(code);
        inherit(code, successors);
    }

    private void inherit(String code, Set<String> successors) {
        for (Set<String> each : heirs.values()) {
            if (each.remove(code)) {
                each.addAll(successors);
            }
        }
        successors.forEach(each -> heirs.get(each).add(each));
    }

    private void step(Kind kind, String from, String to) {
        steps.add(new Step(steps.size() + 1, kind, from, to, day));
    }
}
