package org.gridloom.platform.privacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.privacy.internal.store.KeyStore.Master;
import org.gridloom.platform.problem.Problem;
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

/**
 * The master keys of this node. A district that has none yet gets some; one that has must find them in the file: new ones
 * in their place would make everything unreadable for good.
 */
@Component(service = KeyRing.class)
public final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final String PROCESS = "privacy";
    private static final int FIRST = 1;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final KeyFile file;

    @Activate
    public KeyRing(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.privacy)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference DataFolder data) {
        this(transactions, access, clock, new KeyFile(data, elsewhere()));
    }

    KeyRing(Transactions transactions, Access access, Clock clock, KeyFile file) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.file = file;
        try {
            begin();
        } catch (RuntimeException e) {
            LOG.warn("The keys of personal data cannot be used yet: {}", e.getMessage());
        }
    }

    private static Path elsewhere() {
        String path = System.getenv("GRIDLOOM_PRIVACY_KEYS");
        return path == null || path.isBlank() ? null : Path.of(path);
    }

    KeyFile file() {
        return file;
    }

    /** Takes the file's keys into use where the district has none, and makes the file where there is none either. */
    private synchronized void begin() {
        access.asSystem(PROCESS, () -> {
            transactions.run(tx -> {
                KeyStore store = new KeyStore(tx.em());
                if (store.masters().isEmpty()) {
                    begin(tx, store);
                }
            });
            return null;
        });
    }

    /** The rows come first: of two nodes that begin at once, one has its file and the other is told that it lacks it. */
    private void begin(Tx tx, KeyStore store) {
        Optional<Map<Integer, byte[]>> there = read();
        Map<Integer, byte[]> keys =
                there.orElseGet(() -> new TreeMap<>(Map.of(KeyFile.INDEX, KeyFile.newKey(), FIRST, KeyFile.newKey())));
        requireWhole(keys);
        keys.forEach((id, key) -> store.addMaster(id, KeyFile.checkValue(key), clock.instant()));
        int current = keys.keySet().stream().max(Integer::compare).orElseThrow();
        tx.audit(AuditEntry.created("privacy.key.begun", "privacy-key/" + current, null, Map.of("key", current)));
        if (there.isEmpty()) {
            file.write(keys);
        }
    }

    private Optional<Map<Integer, byte[]>> read() {
        try {
            return file.read();
        } catch (IOException e) {
            throw unusable(Text.of("密钥文件 %s 无法读取", "the key file %s cannot be read", file.path()));
        }
    }

    private void requireWhole(Map<Integer, byte[]> keys) {
        if (!keys.containsKey(KeyFile.INDEX) || keys.size() == 1) {
            throw unusable(Text.of("密钥文件 %s 不完整", "the key file %s is not whole", file.path()));
        }
    }

    /**
     * The keys in use.
     *
     * @throws Problem {@link Problem.Kind#UNAVAILABLE} if the file lacks one of them or holds another in its place
     */
    Keys keys() {
        Map<Integer, Master> used = transactions.read(tx -> new KeyStore(tx.em()).masters());
        if (used.isEmpty()) {
            begin();
            used = transactions.read(tx -> new KeyStore(tx.em()).masters());
        }
        Map<Integer, byte[]> found =
                read().orElseThrow(() -> unusable(Text.of("密钥文件 %s 不存在", "there is no key file %s", file.path())));
        for (Master key : used.values()) {
            byte[] there = found.get(key.id());
            if (there == null) {
                throw unusable(
                        Text.of("密钥文件 %1$s 中没有密钥 %2$d", "the key file %1$s has no key %2$d", file.path(), key.id()));
            }
            if (!KeyFile.checkValue(there).equals(key.checkValue())) {
                throw unusable(Text.of(
                        "密钥文件 %1$s 中的密钥 %2$d 不是本区的密钥",
                        "key %2$d in the key file %1$s is not this district's", file.path(), key.id()));
            }
        }
        int current = used.keySet().stream().max(Integer::compare).orElseThrow();
        return new Keys(found, current);
    }

    private static Problem unusable(Text why) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                new Text(
                        "个人信息暂不可读写:" + why.zh() + "。请放回该文件(见备份时另存的副本)",
                        "Personal data cannot be read or written: " + why.en()
                                + ". Put the file back, of which a copy is kept apart from the backups"));
    }
}
