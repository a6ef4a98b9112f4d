package org.gridloom.platform.states.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.states.internal.store.CaseRow;
import org.gridloom.platform.states.internal.store.Json;
import org.gridloom.platform.states.internal.store.MoveRow;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entry and event of a step. Of reason and evidence, which may name people, the event knows a digest only. */
final class Records {

    private Records() {}

    static void moved(Tx tx, StateMachine machine, CaseRow after, MoveRow move) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("machine", machine.code());
        fields.put("subject", after.subject());
        fields.put("number", move.number());
        fields.put("action", move.action());
        fields.put("kind", move.kind() == null ? null : move.kind().name());
        fields.put("from", move.from());
        fields.put("to", move.to());
        fields.put("dueOn", text(after.dueOn()));
        fields.put("dueAt", text(after.dueAt()));
        fields.put("evidence", digest(move));
        fields.values().removeIf(Objects::isNull);
        String name = machine.code() + ".moved";
        String subject = machine.subject() + "/" + after.subject();
        Map<String, Object> before = move.from() == null ? Map.of() : Map.of("state", move.from());
        Map<String, Object> now = new LinkedHashMap<>(fields);
        now.keySet().removeAll(Set.of("machine", "subject", "from", "to"));
        now.put("state", move.to());
        tx.audit(new AuditEntry(name, subject, after.unit(), before, now, move.reason()));
        tx.publish(new EventDraft(name, 1, subject, after.unit(), fields));
    }

    /** Null where nothing was given. */
    private static String digest(MoveRow move) {
        if (move.reason() == null && move.evidence().isEmpty()) {
            return null;
        }
        try {
            String content =
                    String.join("\n", move.salt(), Objects.toString(move.reason(), ""), Json.write(move.evidence()));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
