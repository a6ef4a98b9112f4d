package org.gridloom.organization.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is recorded of an organisation.
 *
 * @param level null outside the party
 * @param parent null for the topmost, and outside the party
 * @param seat code of a territory unit
 * @param covers codes of territory units, ascending; the seat where none was named
 */
public record Particulars(
        String name, String level, String type, String parent, String seat, List<String> covers, String note) {

    public Particulars {
        name = name.strip();
        parent = blankToNull(parent);
        note = blankToNull(note);
        covers = covers == null || covers.isEmpty() ? List.of(seat) : List.copyOf(new TreeSet<>(covers));
    }

    /** These with what the other names; what it leaves null stays. A seat that alone was covered takes its cover along. */
    public Particulars with(
            String newName, String newType, String newParent, String newSeat, List<String> newCovers, String newNote) {
        List<String> kept = covers.equals(List.of(seat)) ? null : covers;
        return new Particulars(
                or(newName, name),
                level,
                or(newType, type),
                or(newParent, parent),
                or(newSeat, seat),
                or(newCovers, kept),
                or(newNote, note));
    }

    /** The fields by their names in audit trail and events. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("level", level);
        fields.put("type", type);
        fields.put("parent", parent);
        fields.put("seat", seat);
        fields.put("covers", covers);
        fields.put("note", note);
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    private static <T> T or(T given, T present) {
        return given == null ? present : given;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
