package org.gridloom.platform.privacy.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.internal.Consent;
import org.gridloom.platform.privacy.internal.Consents;
import org.gridloom.platform.privacy.internal.Look;
import org.gridloom.platform.privacy.internal.Permissions;
import org.gridloom.platform.privacy.internal.SubjectExport;
import org.gridloom.platform.privacy.internal.SubjectRights;
import org.gridloom.platform.privacy.internal.Subjects;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People of whom something is kept, and what they may ask for. */
@Component(service = RestResource.class)
@Path("privacy/subjects/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SubjectResource implements RestResource {

    private final Subjects subjects;
    private final SubjectRights rights;
    private final Consents consents;

    @Activate
    public SubjectResource(
            @Reference Subjects subjects, @Reference SubjectRights rights, @Reference Consents consents) {
        this.subjects = subjects;
        this.rights = rights;
        this.consents = consents;
    }

    @GET
    @RequiresPermission(Permissions.REGISTER_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "People of a kind, names masked / 人员列表(姓名已脱敏)")
    public Page<PersonalSubject> list(
            @Parameter(example = "person") @PathParam("kind") String kind, @BeanParam PageParams page) {
        return subjects.list(kind, page.of(List.of()));
    }

    @GET
    @Path("{id}/looks")
    @RequiresPermission(Permissions.SUBJECT_EXPORT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Who looked at the person's data / 查阅记录")
    public Page<Look> looks(
            @Parameter(example = "person") @PathParam("kind") String kind,
            @PathParam("id") String id,
            @BeanParam PageParams page) {
        return rights.looks(subject(kind, id), page.of(List.of()));
    }

    @POST
    @Path("{id}/export")
    @RequiresPermission(Permissions.SUBJECT_EXPORT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "All that is held on the person, in clear; takes no Idempotency-Key / 导出个人全部信息")
    public SubjectExport export(
            @Parameter(example = "person") @PathParam("kind") String kind, @PathParam("id") String id, Because body) {
        return rights.export(subject(kind, id), body == null ? null : body.reason());
    }

    @POST
    @Path("{id}/erase")
    @RequiresPermission(Permissions.SUBJECT_ERASE)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Erase the person's data for good / 删除个人信息,不可恢复")
    public void erase(
            @Parameter(example = "person") @PathParam("kind") String kind, @PathParam("id") String id, Erasure body) {
        rights.erase(subject(kind, id), body == null ? null : body.reason(), body == null ? null : body.document());
    }

    @GET
    @Path("{id}/consents")
    @RequiresPermission(Permissions.REGISTER_READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "What the person agreed to / 个人同意记录")
    public List<Consent> consents(
            @Parameter(example = "person") @PathParam("kind") String kind, @PathParam("id") String id) {
        return consents.of(subject(kind, id));
    }

    @POST
    @Path("{id}/consents")
    @RequiresPermission(Permissions.CONSENT_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Record a consent / 登记同意")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已登记",
            content = @Content(schema = @Schema(implementation = Consent.class)))
    public Response give(
            @Parameter(example = "person") @PathParam("kind") String kind,
            @PathParam("id") String id,
            ConsentDraft body) {
        ConsentDraft draft = given(body);
        Consent made = consents.give(subject(kind, id), draft.field(), draft.document(), draft.on());
        return Response.created(URI.create("privacy/subjects/" + kind + "/" + id + "/consents"))
                .entity(made)
                .build();
    }

    @POST
    @Path("{id}/consents/withdraw")
    @RequiresPermission(Permissions.CONSENT_EDIT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "The person takes a consent back / 撤回同意")
    public Consent withdraw(
            @Parameter(example = "person") @PathParam("kind") String kind,
            @PathParam("id") String id,
            ConsentDraft body) {
        ConsentDraft draft = given(body);
        return consents.withdraw(subject(kind, id), draft.field(), draft.document(), draft.on());
    }

    private static ConsentDraft given(ConsentDraft body) {
        return body == null ? new ConsentDraft(null, null, (LocalDate) null) : body;
    }

    private static String subject(String kind, String id) {
        return kind + "/" + id;
    }
}
