package org.gridloom.districts.heping.generator;

import java.util.List;
import java.util.Random;

/**
 * Chance that falls the same way each time. Every place rolls dice of its own, named after it, so that a change in one
 * place leaves all others as they were.
 */
final class Dice {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    /** Dice named by a purpose and a place; text hashes are fixed by the Java language. */
    static Dice of(String purpose, String place) {
        return new Dice((31L * purpose.hashCode() + place.hashCode()) * SEED);
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean inHundred(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    char pick(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
