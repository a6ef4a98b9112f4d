package org.gridloom.platform.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.privacy.MaskedValue;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * A vault in memory: what it gives to keep is a random token. Checks values and permissions as the real one does; does not
 * audit, and has every field switched on.
 */
public final class TestVault implements Vault {

    private final TestAccess access;
    private final Map<String, PersonalField> fields;
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();

    public TestVault(TestAccess access, PersonalFields... declared) {
        this.access = access;
        fields = Stream.of(declared)
                .flatMap(some -> some.fields().stream())
                .collect(Collectors.toMap(PersonalField::code, field -> field));
    }

    /** As when the person's key is destroyed. */
    public void erase(String subject) {
        erased.add(subject);
    }

    /** Everything that was protected, in clear, to look for where it must not be. */
    public Set<String> secrets() {
        return new HashSet<>(values.values());
    }

    @Override
    public String protect(String subject, String field, String clear) {
        requireThere(subject);
        kind(field).fault(clear).ifPresent(fault -> {
            throw Problem.invalid(field, fault);
        });
        String token = "v1." + UUID.randomUUID();
        values.put(token, kind(field).normal(clear));
        return token;
    }

    @Override
    public List<MaskedValue> masked(List<ProtectedValue> some) {
        List<MaskedValue> masked = new ArrayList<>();
        for (ProtectedValue value : some) {
            boolean gone = erased.contains(value.subject());
            boolean none = gone || value.stored() == null;
            masked.add(new MaskedValue(none ? null : mask(value), gone));
        }
        return masked;
    }

    /** Only stars for what cannot be opened. */
    private String mask(ProtectedValue value) {
        String clear = values.get(value.stored());
        return clear == null
                ? PersonalKind.OTHER.masked("")
                : kind(value.field()).masked(clear);
    }

    @Override
    public Set<ProtectedValue> same(Map<ProtectedValue, String> given) {
        return given.entrySet().stream()
                .filter(each -> isSame(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isSame(ProtectedValue value, String given) {
        String clear = value.stored() == null || erased.contains(value.subject()) ? null : values.get(value.stored());
        return clear != null
                && given != null
                && clear.equals(kind(value.field()).normal(given));
    }

    @Override
    public String reveal(ProtectedValue value, String unit, String reason) {
        access.require(REVEAL, unit);
        requireThere(value.subject());
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", Text.of("必填", "Must be given"));
        }
        if (value.stored() == null) {
            throw Problem.notFound(Text.of("未登记该项信息", "Nothing is recorded there"));
        }
        return values.get(value.stored());
    }

    @Override
    public String index(String field, String clear) {
        return UUID.nameUUIDFromBytes(
                        (field + kind(field).normal(clear)).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private void requireThere(String subject) {
        if (erased.contains(subject)) {
            throw new Problem(Problem.Kind.GONE, Text.of("此人的个人信息已删除", "This person's data were erased"));
        }
    }

    private PersonalKind kind(String field) {
        return fields.get(field).kind();
    }
}
