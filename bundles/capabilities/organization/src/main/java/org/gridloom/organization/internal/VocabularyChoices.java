package org.gridloom.organization.internal;

import java.util.Comparator;
import java.util.List;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.platform.sheet.SheetColumn.Choice;

/** The district's own words as choices of a list's columns. */
final class VocabularyChoices {

    private VocabularyChoices() {}

    static List<Choice> levels(Words words) {
        return words.levelsDown().stream()
                .map(level -> new Choice(level.code(), level.name()))
                .toList();
    }

    static List<Choice> types(Words words, Family family) {
        return words.types().values().stream()
                .filter(type -> type.family().equals(family.code()))
                .map(type -> new Choice(type.code(), type.name()))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }

    static List<Choice> postKinds(Words words) {
        return words.postKinds().values().stream()
                .map(kind -> new Choice(kind.code(), kind.name()))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }
}
