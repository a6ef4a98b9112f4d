package org.gridloom.platform.rest.internal.module;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The modules of this container. */
@Component(service = RestResource.class)
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource implements RestResource {

    private final Modules modules;

    @Activate
    public ModulesResource(@Reference Modules modules) {
        this.modules = modules;
    }

    @GET
    @RequiresPermission(Modules.VIEW)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Features and bundles, their versions and problems / 功能与模块、版本及问题")
    public ModuleList list() {
        return modules.list();
    }
}
