package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.register.Names;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names for codes, many at once. */
@Component(service = RestResource.class)
@Path("organization/names")
@Produces(MediaType.APPLICATION_JSON)
public final class NameResource implements RestResource {

    private static final String CODES = "Codes, comma-separated / 编码,逗号分隔";

    private final Names names;

    @Activate
    public NameResource(@Reference Names names) {
        this.names = names;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Names of units and organisations by their codes / 按编码查单元和组织名称")
    public List<Names.Name> names(
            @QueryParam("unit") @Parameter(description = CODES) String units,
            @QueryParam("party") @Parameter(description = CODES) String party,
            @QueryParam("outside") @Parameter(description = CODES) String outside,
            @QueryParam("body") @Parameter(description = CODES) String bodies,
            @QueryParam("asOf") LocalDate asOf) {
        return names.of(
                codes(units),
                Map.of(Family.PARTY, codes(party), Family.OUTSIDE, codes(outside), Family.BODY, codes(bodies)),
                asOf);
    }

    private static Set<String> codes(String list) {
        return list == null || list.isBlank()
                ? Set.of()
                : new TreeSet<>(List.of(list.strip().split("\\s*,\\s*")));
    }
}
