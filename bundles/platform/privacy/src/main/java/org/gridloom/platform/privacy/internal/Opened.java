package org.gridloom.platform.privacy.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.internal.crypto.Sealed;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.privacy.internal.store.SubjectKey;
import org.gridloom.platform.tx.Tx;

/** People's keys for the time of one call. */
final class Opened {

    private final Supplier<Keys> ring;
    private final Map<String, SubjectKey> subjects;
    private final Map<String, byte[]> keys = new HashMap<>();
    private Keys masters;

    /** @param ring asked only if a value is to be opened */
    Opened(Tx tx, Supplier<Keys> ring, Collection<String> subjects) {
        this.ring = ring;
        this.subjects = new KeyStore(tx.em()).find(subjects);
    }

    boolean isErased(String subject) {
        SubjectKey key = subjects.get(subject);
        return key != null && key.isErased();
    }

    /** The value in clear; it is there and its person is not erased. */
    String clear(ProtectedValue value) throws Broken {
        byte[] clear = Sealed.open(key(value.subject()), place(value.subject(), value.field()), value.stored());
        return new String(clear, StandardCharsets.UTF_8);
    }

    /** Where a value belongs: it can be opened in no other field and for nobody else. */
    static String place(String subject, String field) {
        return field + " of " + subject;
    }

    private byte[] key(String subject) throws Broken {
        byte[] key = keys.get(subject);
        if (key == null) {
            if (masters == null) {
                masters = ring.get();
            }
            SubjectKey wrapped = subjects.get(subject);
            if (wrapped == null) {
                throw Broken.noKey();
            }
            key = masters.unwrap(wrapped);
            keys.put(subject, key);
        }
        return key;
    }
}
