package org.gridloom.itests.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.tx.Transactions;

/** Runs inside the servers under test: an endpoint that a later version of training brings, over a column of its own. */
@Path("training/tutors")
public class TutorResource implements RestResource {

    private Transactions transactions;

    /** Called by Declarative Services. */
    public void bind(Transactions service) {
        transactions = service;
    }

    /** How many programmes have a tutor. */
    @GET
    @Produces("application/json")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public long tutors() {
        return transactions.call(tx -> ((Number) tx.em()
                        .createNativeQuery("select count(tutor) from training_programme")
                        .getSingleResult())
                .longValue());
    }
}
