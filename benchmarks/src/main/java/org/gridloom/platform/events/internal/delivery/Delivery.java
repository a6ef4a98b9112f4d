package org.gridloom.platform.events.internal.delivery;

import java.nio.file.Path;
import java.util.Map;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.events.internal.SealingThread;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.Transactions;

/** Sealing and delivery as on a node, without its container. In this package, as their parts are nobody else's. */
public final class Delivery implements AutoCloseable {

    private static final String UNIT = "platform";

    private final Subscriptions subscriptions;
    private final SealingThread sealing;

    /** @param effects in which subscribers make their effects */
    public Delivery(TestDatabase database, Transactions effects, Path anchors) {
        subscriptions = new Subscriptions(
                database.platform(), database.access(), new Upcasters(), new BackOff(1), database.clock());
        subscriptions.addUnit(effects, Map.of("osgi.unit.name", UNIT));
        sealing = new SealingThread(
                database.platform(), new Anchors(database.platform(), TestFiles.in(anchors), database.clock()));
        sealing.addListener(subscriptions);
        database.onCommit(sealing::committed);
    }

    public void add(EventSubscriber subscriber) {
        subscriptions.add(subscriber, UNIT);
    }

    @Override
    public void close() throws InterruptedException {
        sealing.close();
        subscriptions.close();
    }
}
