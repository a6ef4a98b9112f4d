package org.gridloom.platform.operations.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.doctor.Doctor;
import org.gridloom.platform.operations.internal.doctor.DoctorReport;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is wrong with the node that answers, and with the district. */
@Component(service = RestResource.class)
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
public final class DoctorResource implements RestResource {

    private final Doctor doctor;

    @Activate
    public DoctorResource(@Reference Doctor doctor) {
        this.doctor = doctor;
    }

    @GET
    @Path("doctor")
    @RequiresPermission(Permissions.DOCTOR)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Look at everything now: findings with cause and next step, the worst first / 立即检查系统")
    public DoctorReport examine() {
        return doctor.examine();
    }

    @GET
    @Path("warnings")
    @RequiresPermission(Permissions.DOCTOR)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Warnings and problems of the last look; costs nothing / 最近一次检查的预警与问题")
    public DoctorReport warnings() {
        return doctor.warnings();
    }
}
