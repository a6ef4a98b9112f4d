package org.gridloom.platform.rules.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.store.RuleStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What holds, in memory. Once a second it asks whether the revisions in the database are still those it read; a change
 * of this node makes it ask at once.
 */
@Component(service = RuleBook.class)
public final class RuleBook {

    private static final long ASK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private record Chapter(String revision, List<RuleVersion> versions) {}

    private final Transactions transactions;
    private final Map<String, Chapter> chapters = new ConcurrentHashMap<>();
    private volatile Map<String, String> revisions = Map.of();
    private volatile long askAgain = System.nanoTime();

    @Activate
    public RuleBook(@Reference(target = "(osgi.unit.name=org.gridloom.platform.rules)") Transactions transactions) {
        this.transactions = transactions;
    }

    /** Published versions and defaults of a set; none where it has none. */
    List<RuleVersion> of(String ruleSet) {
        String revision = revisions().get(ruleSet);
        Chapter chapter = chapters.get(ruleSet);
        if (chapter == null || !chapter.revision().equals(revision)) {
            if (revision == null) {
                return List.of();
            }
            List<RuleVersion> versions = transactions.read(tx -> new RuleStore(tx.em()).holding(ruleSet));
            chapter = new Chapter(revision, versions);
            chapters.put(ruleSet, chapter);
        }
        return chapter.versions();
    }

    RuleVersion version(long id) {
        return chapters.values().stream()
                .flatMap(chapter -> chapter.versions().stream())
                .filter(version -> version.id() == id)
                .findFirst()
                .orElseGet(() -> transactions
                        .read(tx -> new RuleStore(tx.em()).find(id))
                        .orElseThrow(() -> Problem.notFound(Text.of("没有这个规则版本", "There is no such version"))));
    }

    /** Something changed, after its commit. */
    void forget() {
        askAgain = System.nanoTime();
    }

    private Map<String, String> revisions() {
        long now = System.nanoTime();
        if (now - askAgain >= 0) {
            // Before it is read: what changes while it is read is asked for again.
            askAgain = now + ASK_EVERY;
            revisions = transactions.read(tx -> new RuleStore(tx.em()).revisions());
        }
        return revisions;
    }
}
