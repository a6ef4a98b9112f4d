package org.gridloom.platform.privacy.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.privacy.MaskedValue;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.crypto.Sealed;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.privacy.internal.store.SubjectKey;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.KeptAnswers;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Personal data under a key of each person's own. */
@Component
public final class DefaultVault implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultVault.class);
    private static final int LONGEST_SUBJECT = 300;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final KeyRing ring;
    private final FieldRegister fields;
    private final FieldPolicy policy;
    private final KeptAnswers kept;

    @Activate
    public DefaultVault(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.privacy)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference KeyRing ring,
            @Reference FieldRegister fields,
            @Reference FieldPolicy policy,
            @Reference KeptAnswers kept) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.ring = ring;
        this.fields = fields;
        this.policy = policy;
        this.kept = kept;
    }

    @Override
    public String protect(String subject, String field, String clear) {
        PersonalField declared = fields.declared(field);
        requireSubject(subject);
        declared.kind().fault(clear).ifPresent(fault -> {
            throw Problem.invalid(field, fault);
        });
        String normal = declared.kind().normal(clear);
        return transactions.call(tx -> {
            policy.requireTaken(tx, subject, declared);
            byte[] key = keyOf(tx, subject);
            return Sealed.seal(key, Opened.place(subject, field), normal.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void requireSubject(String subject) {
        if (subject.length() > LONGEST_SUBJECT || !subject.matches("[a-z-]+/\\S+")) {
            throw new IllegalArgumentException("A subject is named kind/id");
        }
    }

    /**
     * Locked until the end of the transaction, so that an erasure does not pass it by. The ring is asked after that: a
     * rotation that had the lock before may have put the key under one that the ring did not know earlier.
     */
    private byte[] keyOf(Tx tx, String subject) {
        KeyStore store = new KeyStore(tx.em());
        Optional<SubjectKey> there = store.lock(subject);
        Keys keys = ring.keys();
        if (there.isEmpty()) {
            byte[] made = KeyFile.newKey();
            store.insert(subject, keys.current(), keys.wrap(subject, made), clock.instant());
            return made;
        }
        if (there.get().isErased()) {
            throw erased();
        }
        try {
            return keys.unwrap(there.get());
        } catch (Broken e) {
            throw damaged(subject);
        }
    }

    @Override
    public List<MaskedValue> masked(List<ProtectedValue> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Set<String> subjects = values.stream().map(ProtectedValue::subject).collect(Collectors.toSet());
        return transactions.read(tx -> {
            Opened opened = new Opened(tx, ring::keys, subjects);
            List<MaskedValue> masked = new ArrayList<>();
            values.forEach(value -> masked.add(masked(opened, value)));
            return masked;
        });
    }

    private MaskedValue masked(Opened opened, ProtectedValue value) {
        boolean erased = opened.isErased(value.subject());
        if (erased || value.stored() == null) {
            return new MaskedValue(null, erased);
        }
        PersonalKind kind = fields.declared(value.field()).kind();
        try {
            return new MaskedValue(kind.masked(opened.clear(value)), false);
        } catch (Broken e) {
            damaged(value.subject());
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.UNAVAILABLE) {
                throw e;
            }
            // The key file is away, which the health check tells.
        }
        return new MaskedValue(PersonalKind.OTHER.masked(""), false);
    }

    @Override
    public Set<ProtectedValue> same(Map<ProtectedValue, String> given) {
        Set<ProtectedValue> kept =
                given.keySet().stream().filter(value -> value.stored() != null).collect(Collectors.toSet());
        if (kept.isEmpty()) {
            return Set.of();
        }
        Set<String> subjects = kept.stream().map(ProtectedValue::subject).collect(Collectors.toSet());
        return transactions.read(tx -> {
            Opened opened = new Opened(tx, ring::keys, subjects);
            return kept.stream()
                    .filter(value -> isSame(opened, value, given.get(value)))
                    .collect(Collectors.toSet());
        });
    }

    private boolean isSame(Opened opened, ProtectedValue value, String given) {
        if (given == null || opened.isErased(value.subject())) {
            return false;
        }
        PersonalKind kind = fields.declared(value.field()).kind();
        try {
            return opened.clear(value).equals(kind.normal(given));
        } catch (Broken e) {
            damaged(value.subject());
            return false;
        }
    }

    @Override
    public String reveal(ProtectedValue value, String unit, String reason) {
        access.require(REVEAL, unit);
        kept.refuse();
        String why = Reasons.required(reason);
        fields.declared(value.field());
        return Indispensable.call(() -> revealed(value, unit, why));
    }

    private String revealed(ProtectedValue value, String unit, String why) {
        return transactions.call(tx -> {
            Opened opened = new Opened(tx, ring::keys, Set.of(value.subject()));
            if (opened.isErased(value.subject())) {
                throw erased();
            }
            if (value.stored() == null) {
                throw Problem.notFound(Text.of("未登记该项信息", "Nothing is recorded there"));
            }
            String clear = clear(opened, value);
            tx.audit(new AuditEntry(
                    Looks.REVEALED, value.subject(), unit, Map.of(), Map.of("field", value.field()), why));
            return clear;
        });
    }

    private static String clear(Opened opened, ProtectedValue value) {
        try {
            return opened.clear(value);
        } catch (Broken e) {
            throw damaged(value.subject());
        }
    }

    @Override
    public String index(String field, String clear) {
        PersonalKind kind = fields.declared(field).kind();
        return ring.keys().index(field, kind.normal(clear));
    }

    private static Problem erased() {
        return new Problem(Problem.Kind.GONE, Text.of("此人的个人信息已删除", "This person's data were erased"));
    }

    /** A value or key that was changed, cut, or moved to another place. */
    static Problem damaged(String subject) {
        LOG.warn("Personal data of {} cannot be opened: they were changed in the database", subject);
        return Problem.conflict(Text.of(
                "该项信息已损坏或被改动,无法读取,请从备份核对",
                "The value was damaged or tampered with and cannot be read: compare with a backup"));
    }
}
