package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.PostKind;
import org.gridloom.platform.text.Text;

/** Looks for what refers to a level, a type or a kind of post, now or in the past. */
public final class VocabularyUse {

    private final EntityManager em;
    private final VocabularyStore words;

    public VocabularyUse(EntityManager em) {
        this.em = em;
        words = new VocabularyStore(em);
    }

    /**
     * Why the entry has to stay; empty where nothing refers to it.
     *
     * @param noun {@code level}, {@code type} or {@code post-kind}
     */
    public Optional<Text> of(String noun, String code) {
        return switch (noun) {
            case "level" ->
                records("OrgStateEntity s where s.level", code)
                        .or(() -> named(words.types(), type -> type.levels().contains(code), OrganizationType::code))
                        .or(() -> named(words.postKinds(), kind -> isAt(kind, "party", code), PostKind::code));
            case "type" ->
                records("OrgStateEntity s where s.type", code)
                        .or(() -> named(
                                words.postKinds(),
                                kind -> isAt(kind, "outside", code) || isAt(kind, "body", code),
                                PostKind::code));
            default -> records("PostEntity s where s.kind", code);
        };
    }

    private static boolean isAt(PostKind kind, String holder, String place) {
        return kind.holder().equals(holder) && kind.places().contains(place);
    }

    private Optional<Text> records(String having, String code) {
        long count = em.createQuery("select count(s) from " + having + " = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult();
        return count == 0
                ? Optional.empty()
                : Optional.of(Text.of(
                        "%1$s 不能删除:有 %2$d 条现在或过去的记录使用它",
                        "%1$s cannot be removed: %2$d record(s), present or past, use it", code, count));
    }

    private static <T> Optional<Text> named(Collection<T> entries, Predicate<T> names, Function<T, String> code) {
        String found = entries.stream().filter(names).map(code).collect(Collectors.joining(", "));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "不能删除:以下条目用到它,请先修改:%s",
                        "It cannot be removed: these entries name it, change them first: %s", found));
    }
}
