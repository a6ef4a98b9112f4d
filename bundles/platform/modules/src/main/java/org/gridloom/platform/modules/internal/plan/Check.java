package org.gridloom.platform.modules.internal.plan;

import java.io.IOException;
import java.util.List;

/** Looks for one kind of reason against a change. */
interface Check {

    List<Objection> objections(Prospect prospect) throws IOException;
}
