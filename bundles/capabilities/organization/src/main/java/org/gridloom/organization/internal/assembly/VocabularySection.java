package org.gridloom.organization.internal.assembly;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.organization.Label;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.organization.internal.Desk;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The district's words: levels of the party organisation, types of organisations, kinds of posts. */
@Component
public final class VocabularySection implements AssemblySection {

    private static final String KEY = "vocabulary";

    private final Desk desk;
    private final WordGroup<PartyLevel, PartyLevelDraft> levels;
    private final WordGroup<OrganizationType, OrganizationTypeDraft> types;
    private final WordGroup<PostKind, PostKindDraft> posts;

    @Activate
    public VocabularySection(@Reference Vocabulary words, @Reference Desk desk) {
        this.desk = desk;
        levels = new WordGroup<>(
                "levels",
                words::partyLevels,
                PartyLevel::code,
                VocabularySection::part,
                VocabularySection::level,
                words::createPartyLevel,
                (level, draft) -> words.changePartyLevel(level.code(), draft, level.version()),
                level -> words.removePartyLevel(level.code(), level.version()));
        types = new WordGroup<>(
                "types",
                words::types,
                OrganizationType::code,
                VocabularySection::part,
                VocabularySection::type,
                words::createType,
                (type, draft) -> words.changeType(type.code(), draft, type.version()),
                type -> words.removeType(type.code(), type.version()));
        posts = new WordGroup<>(
                "posts",
                words::postKinds,
                PostKind::code,
                VocabularySection::part,
                VocabularySection::post,
                words::createPostKind,
                (kind, draft) -> words.changePostKind(kind.code(), draft, kind.version()),
                kind -> words.removePostKind(kind.code(), kind.version()));
    }

    private List<WordGroup<?, ?>> groups() {
        return List.of(levels, types, posts);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Object export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        groups().forEach(group -> whole.put(group.key(), group.export()));
        return whole;
    }

    @Override
    public Object check(AssemblyPart part) {
        part.entries(levels.key(), types.key(), posts.key());
        Map<String, Object> wanted = new LinkedHashMap<>();
        groups().forEach(group -> wanted.put(group.key(), checked(group, part)));
        part.find(types.key()).ifPresent(all -> known(all, "levels", names(wanted, levels.key()), draft -> true));
        part.find(posts.key()).ifPresent(all -> {
            known(all, "places", names(wanted, levels.key()), kind -> "party".equals(kind.optional("holder")));
            known(
                    all,
                    "places",
                    names(wanted, types.key()),
                    kind -> Set.of("outside", "body").contains(String.valueOf(kind.optional("holder"))));
        });
        return wanted;
    }

    private Map<String, Object> checked(WordGroup<?, ?> group, AssemblyPart section) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        section.find(group.key())
                .ifPresentOrElse(
                        all -> all.entries().forEach((code, word) -> {
                            Object draft = group.draft().apply(code, word);
                            valid(draft, word);
                            wanted.put(code, part(draft));
                        }),
                        () -> section.fault(Text.of("缺少 %s", "Lacks %s", group.key())));
        return wanted;
    }

    private void valid(Object draft, AssemblyPart word) {
        try {
            desk.valid(draft);
        } catch (Problem problem) {
            problem.violations().forEach(fault -> {
                String field = fault.field().substring(fault.field().lastIndexOf('.') + 1);
                word.find(field)
                        .ifPresentOrElse(
                                there -> there.fault(fault.message()),
                                () -> word.fault(Text.of(
                                        "%1$s:%2$s",
                                        "%1$s: %3$s",
                                        field,
                                        fault.message().zh(),
                                        fault.message().en())));
            });
        }
    }

    private interface Which {
        boolean of(AssemblyPart word);
    }

    /** What a word names among others must be there. */
    private static void known(AssemblyPart words, String field, Set<String> known, Which which) {
        words.entries().values().stream()
                .filter(word -> word.value() instanceof Map<?, ?>)
                .filter(which::of)
                .flatMap(word -> word.find(field).stream())
                .flatMap(list -> list.items().stream())
                .filter(item -> !known.contains(item.text()))
                .forEach(item -> item.fault(
                        Text.of("文件中没有;有:%s", "Is not in the file; there are: %s", String.join(", ", known))));
    }

    private static Set<String> names(Map<String, Object> wanted, String group) {
        Set<String> names = new TreeSet<>();
        ((Map<?, ?>) wanted.get(group)).keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    /** First what others may name, then what names it no more is gone, at last what was named. */
    @Override
    public void apply(Object wanted) {
        Map<?, ?> words = (Map<?, ?>) wanted;
        groups().forEach(group -> group.write(KEY, (Map<?, ?>) words.get(group.key())));
        List.of(posts, types, levels).forEach(group -> group.tidy(KEY, (Map<?, ?>) words.get(group.key())));
    }

    private static Map<String, Object> part(Object draft) {
        if (draft instanceof PartyLevelDraft level) {
            return level(level.name(), level.position(), level.unitLevel());
        }
        if (draft instanceof OrganizationTypeDraft type) {
            return type(type.name(), type.family(), type.levels(), type.coversMany(), type.selfGovernment());
        }
        PostKindDraft kind = (PostKindDraft) draft;
        return post(kind.name(), kind.holder(), kind.places(), kind.single(), kind.duty(), kind.representative());
    }

    private static Map<String, Object> part(PartyLevel level) {
        return level(label(level.name()), level.position(), level.unitLevel());
    }

    private static Map<String, Object> part(OrganizationType type) {
        return type(label(type.name()), type.family(), type.levels(), type.coversMany(), type.selfGovernment());
    }

    private static Map<String, Object> part(PostKind kind) {
        return post(
                label(kind.name()), kind.holder(), kind.places(), kind.single(), kind.duty(), kind.representative());
    }

    private static Map<String, Object> level(Label name, Integer position, String unitLevel) {
        Map<String, Object> part = named(name);
        part.put("position", String.valueOf(position));
        if (unitLevel != null) {
            part.put("unitLevel", unitLevel);
        }
        return part;
    }

    private static Map<String, Object> type(
            Label name, String family, Collection<String> levels, boolean coversMany, boolean selfGovernment) {
        Map<String, Object> part = named(name);
        part.put("family", family);
        put(part, "levels", levels);
        put(part, "coversMany", coversMany);
        put(part, "selfGovernment", selfGovernment);
        return part;
    }

    private static Map<String, Object> post(
            Label name, String holder, Collection<String> places, boolean single, String duty, boolean representative) {
        Map<String, Object> part = named(name);
        part.put("holder", holder);
        put(part, "places", places);
        put(part, "single", single);
        part.put("duty", duty);
        put(part, "representative", representative);
        return part;
    }

    private static Label label(Text name) {
        return new Label(name.zh(), name.en());
    }

    private static Map<String, Object> named(Label name) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("zh", name.zh());
        part.put("en", name.en());
        return part;
    }

    /** Only what is so stands in the file. */
    private static void put(Map<String, Object> part, String key, boolean so) {
        if (so) {
            part.put(key, "true");
        }
    }

    private static void put(Map<String, Object> part, String key, Collection<String> codes) {
        if (!codes.isEmpty()) {
            part.put(key, codes.stream().sorted().toList());
        }
    }

    private static PartyLevelDraft level(String code, AssemblyPart part) {
        part.entries("zh", "en", "position", "unitLevel");
        String position = part.needed("position");
        if (!position.matches("[1-9]\\d?")) {
            part.find("position").ifPresent(it -> it.fault(Text.of("应为 1 至 99", "Must be 1 to 99")));
            position = "1";
        }
        return new PartyLevelDraft(code, Integer.valueOf(position), label(part), part.optional("unitLevel"));
    }

    private static OrganizationTypeDraft type(String code, AssemblyPart part) {
        part.entries("zh", "en", "family", "levels", "coversMany", "selfGovernment");
        return new OrganizationTypeDraft(
                code,
                part.needed("family"),
                label(part),
                codes(part, "levels"),
                yes(part, "coversMany"),
                yes(part, "selfGovernment"));
    }

    private static PostKindDraft post(String code, AssemblyPart part) {
        part.entries("zh", "en", "holder", "places", "single", "duty", "representative");
        return new PostKindDraft(
                code,
                label(part),
                part.needed("holder"),
                codes(part, "places"),
                yes(part, "single"),
                part.needed("duty"),
                yes(part, "representative"));
    }

    private static Label label(AssemblyPart part) {
        return new Label(part.needed("zh"), part.needed("en"));
    }

    private static Set<String> codes(AssemblyPart part, String key) {
        return part.find(key).map(AssemblyPart::texts).map(TreeSet::new).orElse(new TreeSet<>());
    }

    private static boolean yes(AssemblyPart part, String key) {
        return part.find(key).filter(AssemblyPart::yes).isPresent();
    }
}
