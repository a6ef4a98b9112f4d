package org.gridloom.platform.job;

import java.time.Instant;
import java.util.Map;

/**
 * A job that waits or runs.
 *
 * @param name of its handler
 * @param key tells apart the jobs of a handler, as in {@code task/17}; empty for the recurring one
 * @param dueAt when it was to run; a job never runs earlier, and later where nothing was there to run it
 * @param payload JSON values only, as they were given
 */
public record Job(String name, String key, Instant dueAt, Map<String, Object> payload) {}
