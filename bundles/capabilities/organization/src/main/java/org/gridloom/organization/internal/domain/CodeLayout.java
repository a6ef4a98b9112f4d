package org.gridloom.organization.internal.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;

/**
 * How codes are made: each level adds a suffix of fixed width to its parent's code. A root that adds no digits stands
 * above codes without a common beginning, as a country above its provinces; its own code is {@link CodeRange#WHOLE}.
 */
public final class CodeLayout {

    /** Columns that hold codes are this wide. */
    public static final int MAX_LENGTH = 40;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final int MAX_DIGITS = 9;

    private final List<UnitLevel> levels;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<Integer, UnitLevel> byLength = new HashMap<>();

    private CodeLayout(List<UnitLevel> levels) {
        this.levels = List.copyOf(levels);
        for (UnitLevel level : levels) {
            depths.put(level.code(), depths.size());
            byLength.put(level.codeLength(), level);
        }
    }

    /**
     * The layout as an operator writes it.
     *
     * @param levels from the root down, {@code code:digits:中文:English}; only the root may add 0 digits
     * @param kinds {@code level:code:中文:English:from-to,from-to}, the first of a level being its default
     * @throws IllegalArgumentException saying which entry is wrong and what is allowed
     */
    public static CodeLayout of(List<String> levels, List<String> kinds) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels: at least one is needed");
        }
        Map<String, List<String[]>> kindsByLevel = kinds.stream()
                .map(entry -> fields("kinds", entry, 5))
                .collect(Collectors.groupingBy(fields -> fields[0]));
        List<UnitLevel> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int length = 0;
        for (String entry : levels) {
            String[] fields = fields("levels", entry, 4);
            int digits = digits(entry, fields[1], read.isEmpty());
            length += digits;
            if (length == CodeRange.WHOLE.length() && read.size() == 1) {
                throw new IllegalArgumentException(
                        "levels: '" + entry + "' must add 2 digits or more, as the code of one digit is the root's");
            }
            if (!NAME.matcher(fields[0]).matches() || !names.add(fields[0])) {
                throw new IllegalArgumentException(
                        "levels: '" + entry + "' must begin with a name of its own in lower-case letters");
            }
            List<UnitKind> ofLevel = new ArrayList<>();
            for (String[] kind : kindsByLevel.getOrDefault(fields[0], List.of())) {
                ofLevel.add(new UnitKind(kind[1], new Text(kind[2], kind[3]), ranges(kind[4], digits)));
            }
            int codeLength = digits == 0 ? CodeRange.WHOLE.length() : length;
            read.add(new UnitLevel(fields[0], new Text(fields[2], fields[3]), digits, codeLength, ofLevel));
        }
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("levels: a code may have " + MAX_LENGTH + " digits, not " + length);
        }
        if (!names.containsAll(kindsByLevel.keySet())) {
            throw new IllegalArgumentException("kinds: no such level among " + kindsByLevel.keySet());
        }
        return new CodeLayout(read);
    }

    private static String[] fields(String setting, String entry, int count) {
        String[] fields = entry.split(":");
        if (fields.length != count) {
            throw new IllegalArgumentException(setting + ": '" + entry + "' must have " + count + " parts");
        }
        return fields;
    }

    private static int digits(String entry, String text, boolean root) {
        int least = root ? 0 : 1;
        if (!text.matches("[" + least + "-" + MAX_DIGITS + "]")) {
            throw new IllegalArgumentException(
                    "levels: '" + entry + "' must add " + least + " to " + MAX_DIGITS + " digits");
        }
        return Integer.parseInt(text);
    }

    private static List<String> ranges(String text, int digits) {
        List<String> ranges = List.of(text.split(","));
        for (String range : ranges) {
            Matcher matcher = RANGE.matcher(range);
            if (!matcher.matches()
                    || matcher.group(1).length() != digits
                    || matcher.group(2).length() != digits
                    || matcher.group(1).compareTo(matcher.group(2)) > 0) {
                throw new IllegalArgumentException(
                        "kinds: '" + range + "' must be two ascending suffixes of " + digits + " digits");
            }
        }
        return ranges;
    }

    public List<UnitLevel> levels() {
        return levels;
    }

    public UnitLevel root() {
        return levels.get(0);
    }

    public boolean isRoot(UnitLevel level) {
        return depth(level) == 0;
    }

    public Optional<UnitLevel> level(String code) {
        return Optional.ofNullable(depths.get(code)).map(levels::get);
    }

    /** The level that a code of this form belongs to. */
    public Optional<UnitLevel> levelOf(String code) {
        return DIGITS.matcher(code).matches()
                ? Optional.ofNullable(byLength.get(code.length()))
                        .filter(level -> level.digits() > 0 || code.equals(CodeRange.WHOLE))
                : Optional.empty();
    }

    public Optional<UnitLevel> below(UnitLevel level) {
        int next = depth(level) + 1;
        return next < levels.size() ? Optional.of(levels.get(next)) : Optional.empty();
    }

    public int depth(UnitLevel level) {
        return depths.get(level.code());
    }

    /** Code of the parent; null for the root's. */
    public String parentOf(String code) {
        UnitLevel level = levelOf(code).orElseThrow();
        return isRoot(level) ? null : at(levels.get(depth(level) - 1), code);
    }

    /** Codes of all units above, from the root down. */
    public List<String> ancestorsOf(String code) {
        return levels.stream()
                .filter(level -> level.codeLength() < code.length())
                .map(level -> at(level, code))
                .toList();
    }

    private static String at(UnitLevel above, String code) {
        return above.digits() == 0 ? CodeRange.WHOLE : code.substring(0, above.codeLength());
    }

    /** What the codes of all units below begin with. */
    public String prefix(String code) {
        return root().digits() == 0 && code.equals(CodeRange.WHOLE) ? "" : code;
    }

    public String suffixOf(String code) {
        return code.substring(code.length() - levelOf(code).orElseThrow().digits());
    }

    /** The kind told by the code's suffix; empty at levels without kinds and for a suffix of none. */
    public Optional<UnitKind> kindOf(String code) {
        String suffix = suffixOf(code);
        return levelOf(code).orElseThrow().kinds().stream()
                .filter(kind -> kind.takes(suffix))
                .findFirst();
    }

    /** Whether the code's suffix is one that a unit of the kind may have; at levels without kinds any but zero. */
    public boolean fits(String code, String kind) {
        String suffix = suffixOf(code);
        UnitLevel level = levelOf(code).orElseThrow();
        return level.kinds().isEmpty()
                ? isRoot(level) || suffix.chars().anyMatch(digit -> digit != '0')
                : level.kinds().stream().anyMatch(each -> each.code().equals(kind) && each.takes(suffix));
    }

    /**
     * The code after the highest one in use that a unit of the kind may have, or else the lowest one left; empty when
     * none is.
     */
    public Optional<String> nextFree(String parent, UnitLevel level, String kind, Set<String> taken) {
        String last = taken.stream()
                .filter(code ->
                        code.length() == level.codeLength() && code.startsWith(prefix(parent)) && fits(code, kind))
                .max(Comparator.naturalOrder())
                .orElse(null);
        int highest = last == null ? 0 : Integer.parseInt(suffixOf(last));
        Predicate<String> free = code -> fits(code, kind) && !taken.contains(code);
        Optional<String> after = firstFree(prefix(parent), level, highest + 1, free);
        return after.isPresent() ? after : firstFree(prefix(parent), level, 1, free);
    }

    private static Optional<String> firstFree(String prefix, UnitLevel level, int from, Predicate<String> free) {
        int end = (int) Math.pow(10, level.digits());
        String pattern = "%0" + level.digits() + "d";
        for (int suffix = from; suffix < end; suffix++) {
            String code = prefix + String.format(pattern, suffix);
            if (free.test(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
