package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.persistence.internal.unit.UnitFactory;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnitUpdateTest {

    @Test
    void aClosedUnitLeavesNothingThatHoldsItsClasses() throws Exception {
        try (TestDatabase db = Units.open(Units.Kind.H2, 2)) {
            JoinedTransactions joined =
                    new JoinedTransactions(db.dataSource(), db.access(), db.clock(), () -> {}, thrown -> {});

            List<WeakReference<ClassLoader>> revisions = List.of(useAndClose(joined), useAndClose(joined));

            for (WeakReference<ClassLoader> revision : revisions) {
                while (revision.get() != null) {
                    System.gc();
                    Thread.onSpinWait();
                }
            }
            long rows = db.transactions(Units.ALPHA)
                    .read(tx -> tx.em()
                            .createQuery("select count(a) from Alpha a", Long.class)
                            .getSingleResult());
            assertThat(rows).isEqualTo(2);
        }
    }

    @Test
    void closingWaitsForTransactionsUnderWayAndRefusesNewOnes() throws Exception {
        try (TestDatabase db = Units.open(Units.Kind.H2, 2)) {
            JoinedTransactions joined =
                    new JoinedTransactions(db.dataSource(), db.access(), db.clock(), () -> {}, thrown -> {});
            UnitTransactions unit =
                    new UnitTransactions(joined, UnitFactory.open(Units.alpha(), joined.shared(), Dialect.H2));
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch refused = new CountDownLatch(1);
            Thread writer = new Thread(() -> unit.run(tx -> {
                tx.em().persist(new Alpha("under way"));
                begun.countDown();
                await(refused);
                unit.run(inner -> inner.em().persist(new Alpha("joined")));
            }));
            writer.start();
            await(begun);
            Thread closer = new Thread(unit::close);
            closer.start();
            while (closer.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> unit.run(tx -> tx.em().persist(new Alpha("late"))))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
            refused.countDown();
            writer.join();
            closer.join();

            List<String> names = db.transactions(Units.ALPHA)
                    .read(tx -> tx.em()
                            .createQuery("select a.name from Alpha a order by a.name", String.class)
                            .getResultList());
            assertThat(names).containsExactly("joined", "under way");
        }
    }

    /** A bundle's revision: its own loader for the same classes. */
    private static WeakReference<ClassLoader> useAndClose(JoinedTransactions joined) throws Exception {
        try (Revision revision = new Revision()) {
            UnitSource source = new UnitSource(
                    Units.ALPHA,
                    "1.0.0",
                    Units.alpha().root(),
                    revision,
                    List.of(Alpha.class.getName()),
                    Map.of(),
                    Units.alpha().migrations(),
                    new TreeMap<>());
            UnitTransactions unit = new UnitTransactions(joined, UnitFactory.open(source, joined.shared(), Dialect.H2));
            Class<?> entity = revision.loadClass(Alpha.class.getName());
            assertThat(entity).isNotSameAs(Alpha.class);
            Object made = entity.getConstructor(String.class).newInstance("of " + System.identityHashCode(revision));
            unit.run(tx -> tx.em().persist(made));
            unit.close();
            return new WeakReference<>(revision);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Revision extends URLClassLoader {

        Revision() {
            super(
                    new URL[] {Alpha.class.getProtectionDomain().getCodeSource().getLocation()},
                    UnitUpdateTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Alpha.class.getName())) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }
}
