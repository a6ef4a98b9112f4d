package org.gridloom.platform.states.internal.domain;

import java.time.Instant;
import org.gridloom.platform.state.MoveKind;

/**
 * A step as far as the way of a case depends on it.
 *
 * @param kind null for the opening
 * @param to the state after
 * @param at when
 * @param dueAt deadline of the state after, as it was then; null for none
 */
public record Step(MoveKind kind, String to, Instant at, Instant dueAt) {}
