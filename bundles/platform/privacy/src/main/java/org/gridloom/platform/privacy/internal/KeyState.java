package org.gridloom.platform.privacy.internal;

import java.time.Instant;

/**
 * A master key as its operator sees it.
 *
 * @param key its number
 * @param state {@code current}, {@code older} (people's keys may still be under it), {@code prepared} (in the file, not
 *     used yet), {@code unused} (in the file, no longer used)
 * @param madeAt null where it is not used
 * @param subjects how many people's keys are under it
 */
public record KeyState(int key, String state, Instant madeAt, long subjects) {}
