package org.gridloom.organization.internal.register;

import static org.gridloom.organization.PartyPermissions.VOCABULARY_EDIT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.organization.internal.store.VocabularyUse;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The district's own words for levels, types and posts. */
@Component
public final class DefaultVocabulary implements Vocabulary {

    private final Desk desk;

    @Activate
    public DefaultVocabulary(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<PartyLevel> partyLevels() {
        return read(VocabularyStore::levels);
    }

    @Override
    public List<OrganizationType> types() {
        return read(VocabularyStore::types);
    }

    @Override
    public List<PostKind> postKinds() {
        return read(VocabularyStore::postKinds);
    }

    private <T> T read(Function<VocabularyStore, T> question) {
        desk.access().caller();
        return desk.transactions().read(tx -> question.apply(new VocabularyStore(tx.em())));
    }

    @Override
    public PartyLevel createPartyLevel(PartyLevelDraft draft) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            requireNew(store.lockLevel(draft.code()), draft.code());
            requireFreePosition(store, draft);
            return store(tx, "level", Map.of(), store.save(draft), PartyLevel::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public PartyLevel changePartyLevel(String code, PartyLevelDraft draft, long expectedVersion) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            PartyLevel before = present(store.lockLevel(code), code, draft.code());
            requireVersion(before.version(), expectedVersion);
            requireFreePosition(store, draft);
            requireSameOrder(store, before, draft.position());
            return store(tx, "level", fields(before), store.save(draft), PartyLevel::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public void removePartyLevel(String code, long expectedVersion) {
        remove(
                "level",
                code,
                expectedVersion,
                VocabularyStore::lockLevel,
                PartyLevel::version,
                DefaultVocabulary::fields);
    }

    private static void requireFreePosition(VocabularyStore store, PartyLevelDraft draft) {
        store.levels().stream()
                .filter(other ->
                        other.position() == draft.position() && !other.code().equals(draft.code()))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.invalid("position", Text.of("已由层级 %s 使用", "Is taken by the level %s", other.code()));
                });
    }

    /** Organisations stand above and below each other by their levels, so levels cannot change places. */
    private static void requireSameOrder(VocabularyStore store, PartyLevel level, int position) {
        boolean passes = store.levels().stream()
                .anyMatch(other -> (other.position() - level.position()) * (other.position() - position) < 0);
        if (passes) {
            throw Problem.invalid("position", Text.of("层级的上下次序不能改变", "Levels cannot change places with each other"));
        }
    }

    @Override
    public OrganizationType createType(OrganizationTypeDraft draft) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            requireNew(store.lockType(draft.code()), draft.code());
            requireLevels(store, draft);
            return store(tx, "type", Map.of(), store.save(draft), OrganizationType::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public OrganizationType changeType(String code, OrganizationTypeDraft draft, long expectedVersion) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            OrganizationType before = present(store.lockType(code), code, draft.code());
            requireVersion(before.version(), expectedVersion);
            requireSame("family", before.family(), draft.family());
            requireLevels(store, draft);
            return store(
                    tx, "type", fields(before), store.save(draft), OrganizationType::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public void removeType(String code, long expectedVersion) {
        remove(
                "type",
                code,
                expectedVersion,
                VocabularyStore::lockType,
                OrganizationType::version,
                DefaultVocabulary::fields);
    }

    private static void requireLevels(VocabularyStore store, OrganizationTypeDraft draft) {
        Set<String> given = draft.levels() == null ? Set.of() : draft.levels();
        Set<String> known = new TreeSet<>(store.words().levels().keySet());
        if (!draft.family().equals("party") && !given.isEmpty()) {
            throw Problem.invalid("levels", Text.of("只有党组织的类型分层级", "Only types of the party have levels"));
        }
        if (draft.family().equals("party") && (given.isEmpty() || !known.containsAll(given))) {
            throw Problem.invalid(
                    "levels", Text.of("应为以下一个或几个:%s", "Must be one or some of: %s", String.join(", ", known)));
        }
    }

    @Override
    public PostKind createPostKind(PostKindDraft draft) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            requireNew(store.lockPostKind(draft.code()), draft.code());
            return store(tx, "post-kind", Map.of(), store.save(draft), PostKind::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public PostKind changePostKind(String code, PostKindDraft draft, long expectedVersion) {
        return write(draft, tx -> {
            VocabularyStore store = new VocabularyStore(tx.em());
            PostKind before = present(store.lockPostKind(code), code, draft.code());
            requireVersion(before.version(), expectedVersion);
            requireSame("holder", before.holder(), draft.holder());
            return store(tx, "post-kind", fields(before), store.save(draft), PostKind::code, DefaultVocabulary::fields);
        });
    }

    @Override
    public void removePostKind(String code, long expectedVersion) {
        remove(
                "post-kind",
                code,
                expectedVersion,
                VocabularyStore::lockPostKind,
                PostKind::version,
                DefaultVocabulary::fields);
    }

    private <T> void remove(
            String noun,
            String code,
            long expectedVersion,
            BiFunction<VocabularyStore, String, Optional<T>> lock,
            ToLongFunction<T> version,
            Function<T, Map<String, Object>> fields) {
        desk.access().requireEverywhere(VOCABULARY_EDIT);
        desk.transactions().run(tx -> {
            // Nobody founds or appoints meanwhile by what is being removed.
            new Locks(tx.em()).takeAll();
            VocabularyStore store = new VocabularyStore(tx.em());
            T before = lock.apply(store, code).orElseThrow(DefaultVocabulary::absent);
            requireVersion(version.applyAsLong(before), expectedVersion);
            new VocabularyUse(tx.em()).of(noun, code).ifPresent(use -> {
                throw Problem.conflict(use);
            });
            store.remove(noun, code);
            String name = "organization." + noun + ".removed";
            String subject = noun + "/" + code;
            tx.audit(new AuditEntry(name, subject, null, fields.apply(before), Map.of(), null));
            tx.publish(new EventDraft(name, 1, subject, null, fields.apply(before)));
        });
    }

    private <T> T write(Object draft, Function<Tx, T> work) {
        desk.access().requireEverywhere(VOCABULARY_EDIT);
        desk.valid(draft);
        return desk.transactions().call(work::apply);
    }

    private static <T> T store(
            Tx tx,
            String noun,
            Map<String, Object> before,
            T saved,
            Function<T, String> code,
            Function<T, Map<String, Object>> fields) {
        String name = "organization." + noun + (before.isEmpty() ? ".created" : ".changed");
        String subject = noun + "/" + code.apply(saved);
        tx.audit(new AuditEntry(name, subject, null, before, fields.apply(saved), null));
        tx.publish(new EventDraft(name, 1, subject, null, fields.apply(saved)));
        return saved;
    }

    private static void requireNew(Optional<?> present, String code) {
        if (present.isPresent()) {
            throw Problem.conflict(Text.of("编码 %s 已使用", "The code %s is in use", code));
        }
    }

    private static <T> T present(Optional<T> found, String code, String draftCode) {
        requireSame("code", code, draftCode);
        return found.orElseThrow(DefaultVocabulary::absent);
    }

    private static Problem absent() {
        return Problem.notFound(Text.of("没有这个编码的条目", "There is no entry with this code"));
    }

    private static void requireSame(String field, String before, String after) {
        if (!before.equals(after)) {
            throw Problem.invalid(field, Text.of("不能改变,应为 %s", "Cannot be changed, must be %s", before));
        }
    }

    private static void requireVersion(long current, long expected) {
        if (current != expected) {
            throw Problem.changed(current);
        }
    }

    private static Map<String, Object> fields(PartyLevel level) {
        Map<String, Object> fields = named(level.code(), level.name());
        fields.put("position", level.position());
        fields.put("unitLevel", level.unitLevel());
        return fields;
    }

    private static Map<String, Object> fields(OrganizationType type) {
        Map<String, Object> fields = named(type.code(), type.name());
        fields.put("family", type.family());
        fields.put("levels", List.copyOf(type.levels()));
        fields.put("coversMany", type.coversMany());
        fields.put("selfGovernment", type.selfGovernment());
        return fields;
    }

    private static Map<String, Object> fields(PostKind kind) {
        Map<String, Object> fields = named(kind.code(), kind.name());
        fields.put("holder", kind.holder());
        fields.put("places", List.copyOf(kind.places()));
        fields.put("single", kind.single());
        fields.put("duty", kind.duty());
        fields.put("representative", kind.representative());
        return fields;
    }

    private static Map<String, Object> named(String code, Text name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("nameZh", name.zh());
        fields.put("nameEn", name.en());
        return fields;
    }
}
