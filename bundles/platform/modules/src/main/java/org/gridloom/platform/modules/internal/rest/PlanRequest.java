package org.gridloom.platform.modules.internal.rest;

import jakarta.validation.constraints.NotNull;
import org.gridloom.platform.modules.internal.plan.Action;

/**
 * A change that is to be looked at.
 *
 * @param action what is to be done
 * @param version the one that is to run; null for the newest, in a rollback for the one before
 */
record PlanRequest(@NotNull Action action, String version) {}
