package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.VOCABULARY_EDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Types of organisations, as the district names them. */
@Component(service = RestResource.class)
@Path("organization/organization-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrganizationTypeResource implements RestResource {

    private final Vocabulary vocabulary;

    @Activate
    public OrganizationTypeResource(@Reference Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List types of organisations / 组织类型列表")
    public List<OrganizationType> list() {
        return vocabulary.types();
    }

    @POST
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Create a type of organisation / 新建组织类型")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = OrganizationType.class)))
    public Response create(OrganizationTypeDraft body) {
        OrganizationType made = vocabulary.createType(body);
        return Versions.created("organization/organization-types/" + made.code(), made, made.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Change a type of organisation / 修改组织类型")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = OrganizationType.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, OrganizationTypeDraft body) {
        OrganizationType answer = vocabulary.changeType(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @DELETE
    @Path("{code}")
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Remove a type of organisation that nothing refers to / 删除无人引用的组织类型")
    public void remove(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        vocabulary.removeType(code, Versions.required(ifMatch));
    }
}
