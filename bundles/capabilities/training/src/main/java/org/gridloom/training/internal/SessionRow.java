package org.gridloom.training.internal;

import jakarta.validation.Valid;
import org.gridloom.training.SessionDraft;

/** What a row says of a session, and in which state it is. */
record SessionRow(@Valid SessionDraft draft, String state) {}
