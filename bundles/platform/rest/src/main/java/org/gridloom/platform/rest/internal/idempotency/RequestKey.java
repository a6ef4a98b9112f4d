package org.gridloom.platform.rest.internal.idempotency;

/** An Idempotency-Key counts for the account that made it up. */
record RequestKey(String account, String key) {}
