package org.gridloom.platform.privacy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.privacy.internal.store.KeyStore.Master;
import org.gridloom.platform.privacy.internal.store.SubjectKey;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a new master key into use while everybody works: people's keys are put under it a few at a time. What was
 * interrupted goes on where it was when it is called again.
 */
@Component(service = Rotation.class)
public final class Rotation {

    private static final int BATCH = 200;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final KeyRing ring;

    @Activate
    public Rotation(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.privacy)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference KeyRing ring) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.ring = ring;
    }

    /**
     * What a rotation did.
     *
     * @param key the current one
     * @param subjects people's keys that were put under it
     * @param finished false where it was cancelled
     */
    public record Done(int key, long subjects, boolean finished) {}

    /** The keys of people by number; the key of blind indexes is not among them. */
    public List<KeyState> keys() {
        access.requireEverywhere(Permissions.KEY_MANAGE);
        Keys keys = ring.keys();
        return transactions.read(tx -> {
            KeyStore store = new KeyStore(tx.em());
            Map<Integer, Master> used = store.masters();
            Map<Integer, Long> subjects = store.uses();
            List<KeyState> states = new ArrayList<>();
            for (Integer id : new TreeSet<>(keys.all().keySet())) {
                if (id != KeyFile.INDEX) {
                    Master master = used.get(id);
                    states.add(new KeyState(
                            id,
                            state(id, keys.current(), master != null),
                            master == null ? null : master.madeAt(),
                            subjects.getOrDefault(id, 0L)));
                }
            }
            return states;
        });
    }

    private static String state(int id, int current, boolean isUsed) {
        if (id == current) {
            return "current";
        }
        if (isUsed) {
            return "older";
        }
        return id > current ? "prepared" : "unused";
    }

    /** Puts a new key into this node's file without using it, so that the file can be copied to other nodes first. */
    public int prepare() {
        access.requireEverywhere(Permissions.KEY_MANAGE);
        synchronized (ring) {
            Keys keys = ring.keys();
            int next = newest(keys);
            if (next > keys.current()) {
                return next;
            }
            Map<Integer, byte[]> more = new TreeMap<>(keys.all());
            more.put(next + 1, KeyFile.newKey());
            ring.file().write(more);
            return next + 1;
        }
    }

    private static int newest(Keys keys) {
        return keys.all().keySet().stream().max(Integer::compare).orElseThrow();
    }

    /** Takes the prepared key into use, or a new one, unless a rotation is under way; then puts all people's keys under it. */
    public Done rotate(Progress progress) {
        access.requireEverywhere(Permissions.KEY_MANAGE);
        int current = ring.keys().current();
        return rewrapped(isUnderWay(current) ? current : begun(prepare()), progress);
    }

    private boolean isUnderWay(int current) {
        return transactions.read(tx -> new KeyStore(tx.em()).anyUnder(current));
    }

    private int begun(int next) {
        byte[] key = ring.keys().all().get(next);
        transactions.run(tx -> {
            new KeyStore(tx.em()).addMaster(next, KeyFile.checkValue(key), clock.instant());
            tx.audit(AuditEntry.created("privacy.key.begun", "privacy-key/" + next, null, Map.of("key", next)));
        });
        return next;
    }

    private Done rewrapped(int current, Progress progress) {
        Keys keys = ring.keys();
        long total = transactions.read(tx -> new KeyStore(tx.em())
                .uses().entrySet().stream()
                        .filter(use -> use.getKey() < current)
                        .mapToLong(Map.Entry::getValue)
                        .sum());
        long done = 0;
        while (isUnderWay(current)) {
            if (!progress.at((int) done, (int) total)) {
                return new Done(current, done, false);
            }
            done += transactions.call(tx -> rewrap(tx, keys));
        }
        return new Done(current, done, true);
    }

    private static int rewrap(Tx tx, Keys keys) {
        KeyStore store = new KeyStore(tx.em());
        List<SubjectKey> some = store.lockUnder(keys.current(), BATCH);
        for (SubjectKey key : some) {
            String subject = key.subject();
            try {
                store.rewrap(subject, keys.current(), keys.wrap(subject, keys.unwrap(key)));
            } catch (Broken e) {
                throw Problem.conflict(
                        Text.of("%s 的密钥已损坏,轮换中止", "The key of %s is damaged: the rotation stopped there", subject));
            }
        }
        return some.size();
    }

    /**
     * Takes an old key out of use and out of this node's file.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} if it is the current one or people's keys are under it
     */
    public void drop(int id) {
        access.requireEverywhere(Permissions.KEY_MANAGE);
        Keys keys = ring.keys();
        if (id == KeyFile.INDEX || !keys.all().containsKey(id)) {
            throw Problem.notFound(Text.of("没有密钥 %d", "There is no key %d", id));
        }
        if (id >= keys.current()) {
            throw Problem.conflict(Text.of("密钥 %d 正在使用,请先轮换", "Key %d is in use: rotate first", id));
        }
        transactions.run(tx -> {
            KeyStore store = new KeyStore(tx.em());
            long subjects = store.uses().getOrDefault(id, 0L);
            if (subjects > 0) {
                throw Problem.conflict(Text.of(
                        "密钥 %1$d 仍用于 %2$d 人,请先完成轮换",
                        "The keys of %2$d people are still under key %1$d: finish the rotation first", id, subjects));
            }
            if (store.masters().containsKey(id)) {
                store.dropMaster(id);
                tx.audit(AuditEntry.changed(
                        "privacy.key.dropped", "privacy-key/" + id, null, Map.of("key", id), Map.of(), null));
            }
        });
        synchronized (ring) {
            try {
                Map<Integer, byte[]> rest = new TreeMap<>(ring.file().read().orElseThrow());
                rest.remove(id);
                ring.file().write(rest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
