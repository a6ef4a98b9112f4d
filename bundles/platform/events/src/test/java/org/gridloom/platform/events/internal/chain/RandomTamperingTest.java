package org.gridloom.platform.events.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;

/** Whatever somebody does to one row of a chain at the database itself is found there or before. */
class RandomTamperingTest {

    private static final List<String> AUDIT = List.of(
            "id = id + 1000",
            "recorded_at = recorded_at + interval '1' second",
            "account = account || 'x'",
            "origin = coalesce(origin, '') || 'x'",
            "request_id = coalesce(request_id, '') || 'x'",
            "action = action || 'x'",
            "subject = subject || 'x'",
            "unit_code = null",
            "before_json = before_json || ' '",
            "after_json = '{}'",
            "reason = null",
            "previous_hash = hash",
            "hash = previous_hash");
    private static final List<String> EVENT = List.of(
            "id = id + 1000",
            "recorded_at = recorded_at - interval '1' second",
            "account = account || 'x'",
            "request_id = coalesce(request_id, '') || 'x'",
            "name = name || 'x'",
            "version = version + 1",
            "aggregate = aggregate || 'x'",
            "unit_code = null",
            "payload = '{}'",
            "previous_hash = hash",
            "hash = previous_hash");

    /** What may be done to the row at a place. */
    enum Deed {
        CHANGE {
            @Override
            String[] statements(Chain chain, Crime crime) {
                List<String> changes = chain == Chain.AUDIT ? AUDIT : EVENT;
                return new String[] {
                    "update " + chain.table() + " set " + changes.get(crime.choice() % changes.size())
                            + " where position = " + crime.at()
                };
            }
        },
        DELETE {
            @Override
            String[] statements(Chain chain, Crime crime) {
                return new String[] {"delete from " + chain.table() + " where position = " + crime.at()};
            }
        },
        DELETE_AND_CLOSE_THE_GAP {
            @Override
            String[] statements(Chain chain, Crime crime) {
                String update = "update " + chain.table() + " set position = ";
                return new String[] {
                    "delete from " + chain.table() + " where position = " + crime.at(),
                    update + "position + 1000 where position > " + crime.at(),
                    update + "position - 1001 where position > 1000",
                    "update platform_seal set position = position - 1 where chain = '" + chain.key() + "'"
                };
            }
        },
        SWAP {
            @Override
            String[] statements(Chain chain, Crime crime) {
                String update = "update " + chain.table() + " set position = ";
                return new String[] {
                    update + "1000 where position = " + crime.at(),
                    update + crime.at() + " where position = " + crime.other(),
                    update + crime.other() + " where position = 1000"
                };
            }
        },
        MAKE_UNSEALED {
            @Override
            String[] statements(Chain chain, Crime crime) {
                return new String[] {
                    "update " + chain.table()
                            + " set position = null, hash = null, previous_hash = null where position = " + crime.at()
                };
            }
        };

        abstract String[] statements(Chain chain, Crime crime);
    }

    /**
     * @param at place of the row
     * @param other place of the row that it changes places with
     * @param choice of what is changed
     */
    record Crime(Deed deed, int at, int other, int choice) {

        int first() {
            return deed == Deed.SWAP ? Math.min(at, other) : at;
        }
    }

    /** How many rows are written before each seal. */
    @Provide
    Arbitrary<List<Integer>> batches() {
        return Arbitraries.integers().between(1, 5).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Crime> crimes() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
        return Combinators.combine(Arbitraries.of(Deed.class), number, number, number)
                .as(Crime::new);
    }

    @Property(tries = 60)
    void whatIsDoneToOneRowIsFoundThereOrBefore(
            @ForAll Databases kind,
            @ForAll Chain chain,
            @ForAll("batches") List<Integer> batches,
            @ForAll("crimes") Crime drawn) {
        int rows = batches.stream().mapToInt(Integer::intValue).sum() + 1;
        Crime crime = within(drawn, rows);
        try (TestDatabase db = sealed(kind, batches)) {
            for (Chain each : Chain.values()) {
                ChainReport whole = verify(db, each);
                assertThat(whole.whole()).isTrue();
                assertThat(whole.checked()).isEqualTo(rows);
            }

            Databases.tamper(db, crime.deed().statements(chain, crime));

            ChainReport report = verify(db, chain);
            assertThat(report.whole()).as("%s", crime).isFalse();
            assertThat(report.broken().position()).isBetween(1L, (long) crime.first());
            assertThat(report.checked()).isLessThan(crime.first());
            Chain other = chain == Chain.AUDIT ? Chain.EVENT : Chain.AUDIT;
            assertThat(verify(db, other).whole()).isTrue();
        }
    }

    /** Two different places of a chain of so many rows. */
    private static Crime within(Crime drawn, int rows) {
        int at = drawn.at() % rows;
        int other = (at + 1 + drawn.other() % (rows - 1)) % rows;
        return new Crime(drawn.deed(), at + 1, other + 1, drawn.choice());
    }

    private static TestDatabase sealed(Databases kind, List<Integer> batches) {
        TestDatabase db = kind.open();
        Databases.record(db, "item/first", "210102");
        for (int batch : batches) {
            db.platform()
                    .run(tx -> IntStream.range(0, batch).forEach(i -> Databases.record(tx, "item/" + i, "210102")));
            for (Chain chain : Chain.values()) {
                new Sealer(db.platform()).seal(chain);
            }
        }
        return db;
    }

    private static ChainReport verify(TestDatabase db, Chain chain) {
        Anchors none = new Anchors(db.platform(), TestFiles.in(Path.of("target", "no-anchors")), db.clock());
        return new Verification(db.platform(), none, db.clock()).verify(chain);
    }
}
