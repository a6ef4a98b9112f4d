package org.gridloom.platform.persistence;

/**
 * The pool of connections to the database, now.
 *
 * @param size most connections it opens
 * @param active those in use
 * @param idle those that wait for work
 * @param waiting threads that wait for a connection
 */
public record PoolState(int size, int active, int idle, int waiting) {}
