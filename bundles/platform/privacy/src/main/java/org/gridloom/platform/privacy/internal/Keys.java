package org.gridloom.platform.privacy.internal;

import java.util.Map;
import org.gridloom.platform.privacy.internal.crypto.Digests;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.crypto.Sealed;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;
import org.gridloom.platform.privacy.internal.store.SubjectKey;

/**
 * Master keys, for the time of one call.
 *
 * @param all by number, also such as are prepared or no more in use
 * @param current number of the one that new keys of people are put under
 */
record Keys(Map<Integer, byte[]> all, int current) {

    String index(String field, String normal) {
        return Digests.of(Digests.derived(all.get(KeyFile.INDEX), "index " + field), normal);
    }

    String wrap(String subject, byte[] key) {
        return Sealed.seal(all.get(current), "key of " + subject, key);
    }

    byte[] unwrap(SubjectKey key) throws Broken {
        return Sealed.open(all.get(key.keyId()), "key of " + key.subject(), key.wrapped());
    }
}
