package org.gridloom.platform.events.internal.chain;

import java.time.Instant;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * What verifying a chain found.
 *
 * @param chain {@code audit} or {@code event}
 * @param whole whether every sealed row is there, unchanged and in its place, and all anchors agree
 * @param checked rows found good, from the first
 * @param broken the first row that is not; null if the chain is whole
 * @param unsealed committed rows that have no place in the chain yet
 * @param oldestUnsealed when the oldest of them was recorded, null without any
 * @param unsealedSeconds its age in seconds; more than a few mean that the sealer does not run
 * @param anchors how many ends of the chain, put down outside the database, agree with it
 * @param anchoredTo position of the newest of them, null without any
 * @param anchorFaults what cannot be believed among what was put down
 */
public record ChainReport(
        String chain,
        boolean whole,
        long checked,
        Broken broken,
        long unsealed,
        Instant oldestUnsealed,
        long unsealedSeconds,
        int anchors,
        Long anchoredTo,
        List<Text> anchorFaults) {

    /**
     * The first broken row.
     *
     * @param position its place in the chain
     * @param id its id, null if it is gone
     * @param kind {@code changed}, {@code missing}, {@code reordered} or {@code rewritten}
     */
    public record Broken(long position, Long id, String kind, Text message) {

        static Broken changed(long position, Long id) {
            return new Broken(
                    position,
                    id,
                    "changed",
                    Text.of("第 %d 条的内容与其哈希不符:被改动过", "Record %d is not what its hash says: it was changed", position));
        }

        static Broken missing(long position) {
            return new Broken(
                    position,
                    null,
                    "missing",
                    Text.of("第 %d 条缺失:被删除", "Record %d is missing: it was deleted", position));
        }

        static Broken reordered(long position, Long id) {
            return new Broken(
                    position,
                    id,
                    "reordered",
                    Text.of(
                            "第 %d 条不接续其前一条:顺序被改动或内容被替换",
                            "Record %d does not follow the one before it: it was moved or replaced", position));
        }

        /** Everything hangs together, but an anchor says that it was otherwise. */
        static Broken rewritten(long first, long anchored, Long id, String at) {
            return new Broken(
                    first,
                    id,
                    "rewritten",
                    Text.of(
                            "第 %d 条至第 %d 条与 %s 的锚定不符:在数据库中被整段重写过",
                            "Records %d to %d are not what was anchored at %s: they were rewritten in the database",
                            first,
                            anchored,
                            at));
        }

        /** An anchor says that there were more. */
        static Broken cutOff(long position, long anchored, String at) {
            return new Broken(
                    position,
                    null,
                    "missing",
                    Text.of(
                            "自第 %d 条起缺失:%s 的锚定有 %d 条",
                            "Records are missing from %d on: %s, when it was anchored, the chain had %d",
                            position,
                            at,
                            anchored));
        }
    }
}
