package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.PERSON_EDIT;
import static org.gridloom.organization.PartyPermissions.PERSON_READ;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonSearch;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who hold posts. */
@Component(service = RestResource.class)
@Path("organization/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonResource implements RestResource {

    private final People people;

    /** What is looked at, and why. */
    record Reveal(
            @Schema(
                    example = "phone",
                    allowableValues = {"phone", "idNumber", "politicalStatus", "note"})
            String field,

            @Schema(example = "上门核实身份", minLength = 2, maxLength = 200)
            String reason) {

        /** Null where there is no such field. */
        PersonalDatum datum() {
            return Arrays.stream(PersonalDatum.values())
                    .filter(datum -> datum.field().equals(field))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What was masked, in clear. */
    record Revealed(String value) {}

    @Activate
    public PersonResource(@Reference People people) {
        this.people = people;
    }

    @GET
    @RequiresPermission(PERSON_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List people / 人员列表")
    public Page<Person> list(
            @QueryParam("unit") String unit,
            @QueryParam("q") String text,
            @QueryParam("account") String account,
            @BeanParam PageParams page) {
        return people.list(new PersonFilter(unit, text, account), page.of(People.SORTABLE));
    }

    @POST
    @RequiresPermission(PERSON_EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register a person / 登记人员")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Person.class)))
    public Response create(PersonDraft body) {
        Person made = people.create(body);
        return Versions.created("organization/people/" + made.code(), made, made.version());
    }

    /** By POST, as numbers in an address would stand in logs and in the browser's history. */
    @POST
    @Path("search")
    @RequiresPermission(PERSON_READ)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "People with exactly this telephone or identity number / 按完整电话或身份证号查找")
    public List<Person> search(PersonSearch body) {
        return people.search(body);
    }

    @GET
    @Path("{code}")
    @RequiresPermission(PERSON_READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read a person / 查看人员")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Person.class)))
    public Response get(@PathParam("code") String code) {
        Person answer = people.get(code);
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{code}/reveal")
    @RequiresPermission(Vault.REVEAL)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "What is kept encrypted, in clear, audited; takes no Idempotency-Key / 查看加密保存的信息(留痕)")
    public Revealed reveal(@PathParam("code") String code, Reveal body) {
        return new Revealed(
                people.reveal(code, body == null ? null : body.datum(), body == null ? null : body.reason()));
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(PERSON_EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change a person / 修改人员")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Person.class)))
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, PersonDraft body) {
        Person answer = people.change(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }
}
