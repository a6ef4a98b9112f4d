package org.gridloom.platform.states.internal;

import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.state.Cases;
import org.gridloom.platform.state.StateMachine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The machines as people read them, with the cases in them. */
@Component(service = Procedures.class)
public final class Procedures {

    private final Access access;
    private final Machines machines;
    private final Cases cases;

    @Activate
    public Procedures(@Reference Access access, @Reference Machines machines, @Reference Cases cases) {
        this.access = access;
        this.machines = machines;
        this.cases = cases;
    }

    /** By code. */
    public List<StateMachine> all() {
        access.require(Permissions.READ);
        return machines.all();
    }

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if no module brings it */
    public StateMachine get(String code) {
        access.require(Permissions.READ);
        return machines.get(code);
    }

    /** @see Cases#list */
    public Page<Case> cases(CaseFilter filter, PageQuery page) {
        access.require(Permissions.READ);
        return cases.list(filter, page);
    }
}
