package org.gridloom.organization.internal.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PostKind;

/** The district's levels, types and kinds of posts, by their codes. */
public record Words(
        Map<String, PartyLevel> levels, Map<String, OrganizationType> types, Map<String, PostKind> postKinds) {

    public static Words of(
            Collection<PartyLevel> levels, Collection<OrganizationType> types, Collection<PostKind> postKinds) {
        return new Words(
                byCode(levels, PartyLevel::code),
                byCode(types, OrganizationType::code),
                byCode(postKinds, PostKind::code));
    }

    /** Codes of the types that an organisation of this family, and level of the party, may have. */
    public List<String> typesFor(Family family, String level) {
        return types.values().stream()
                .filter(type -> type.family().equals(family.code()))
                .filter(type -> level == null || type.levels().contains(level))
                .map(OrganizationType::code)
                .sorted()
                .toList();
    }

    /** Codes of the types of outside organisations that are self-government, or are not. */
    public List<String> typesOutside(boolean selfGovernment) {
        return types.values().stream()
                .filter(type -> type.family().equals(Family.OUTSIDE.code()) && type.selfGovernment() == selfGovernment)
                .map(OrganizationType::code)
                .sorted()
                .toList();
    }

    /** Codes of the party levels that units of the level have. */
    public List<String> levelsFor(String unitLevel) {
        return levelsDown().stream()
                .filter(level -> unitLevel.equals(level.unitLevel()))
                .map(PartyLevel::code)
                .toList();
    }

    public List<PartyLevel> levelsDown() {
        return levels.values().stream()
                .sorted(Comparator.comparing(PartyLevel::position))
                .toList();
    }

    public boolean isTopmost(String level) {
        return levelsDown().get(0).code().equals(level);
    }

    /** Codes of the kinds of posts that carry the duty. */
    public Set<String> kindsWithDuty(String duty) {
        return postKinds.values().stream()
                .filter(kind -> kind.duty().equals(duty))
                .map(PostKind::code)
                .collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byCode(Collection<T> words, Function<T, String> code) {
        return words.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity()));
    }
}
