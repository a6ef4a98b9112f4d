package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.security.internal.AccountDetails;
import org.gridloom.platform.security.internal.AccountView;
import org.gridloom.platform.security.internal.Accounts;
import org.gridloom.platform.security.internal.NewAccount;
import org.gridloom.platform.security.internal.Permissions;
import org.gridloom.platform.security.internal.SessionInfo;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts. */
@Component(service = RestResource.class)
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource implements RestResource {

    private final Accounts accounts;
    private final Checks checks;

    @Activate
    public AccountResource(@Reference Accounts accounts, @Reference Checks checks) {
        this.accounts = accounts;
        this.checks = checks;
    }

    @GET
    @RequiresPermission(Permissions.ACCOUNT_VIEW)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List accounts / 账号列表")
    public Page<AccountView> list(
            @QueryParam("q") String text, @QueryParam("enabled") Boolean enabled, @BeanParam PageParams page) {
        return accounts.list(text, enabled, page.of(Accounts.SORTABLE));
    }

    @POST
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Create an account / 新建账号")
    public Response create(NewAccount body) {
        AccountView made = accounts.create(body);
        return Response.created(URI.create("accounts/" + made.name()))
                .tag(Versions.tag(made.version()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{name}")
    @RequiresPermission(Permissions.ACCOUNT_VIEW)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Read an account / 查看账号")
    public Response get(@PathParam("name") String name) {
        return answer(accounts.get(name));
    }

    @PUT
    @Path("{name}")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Change an account's name and unit / 修改账号的姓名和单位")
    public Response change(
            @PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, AccountDetails body) {
        return answer(accounts.describe(name, body, Versions.required(ifMatch)));
    }

    @POST
    @Path("{name}/disable")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Disable an account / 停用账号")
    public Response disable(@PathParam("name") String name, Reason body) {
        return answer(accounts.disable(name, reason(body)));
    }

    @POST
    @Path("{name}/enable")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Enable an account / 启用账号")
    public Response enable(@PathParam("name") String name, Reason body) {
        return answer(accounts.enable(name, reason(body)));
    }

    @POST
    @Path("{name}/password")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "Set an account's password, to be changed at sign-in / 重置账号密码")
    public void resetPassword(@PathParam("name") String name, NewPassword body) {
        accounts.resetPassword(name, checks.valid(body).password());
    }

    @POST
    @Path("{name}/unlock")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "End an account's lock / 解除账号锁定")
    public void unlock(@PathParam("name") String name) {
        accounts.unlock(name);
    }

    @GET
    @Path("{name}/sessions")
    @RequiresPermission(Permissions.ACCOUNT_VIEW)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "List an account's sessions / 账号的会话")
    public List<SessionInfo> sessions(@PathParam("name") String name) {
        return accounts.sessions(name);
    }

    @DELETE
    @Path("{name}/sessions")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "End all of an account's sessions / 结束账号的全部会话")
    public void endSessions(@PathParam("name") String name) {
        accounts.endSessions(name);
    }

    @DELETE
    @Path("{name}/sessions/{id}")
    @RequiresPermission(Permissions.ACCOUNT_EDIT)
    @UnitScoped(in = In.RECORD, name = "name")
    @Operation(summary = "End one session / 结束一个会话")
    public void endSession(@PathParam("name") String name, @PathParam("id") long id) {
        accounts.endSession(name, id);
    }

    private String reason(Reason body) {
        return body == null ? null : checks.valid(body).reason();
    }

    private static Response answer(AccountView account) {
        return Response.ok(account).tag(Versions.tag(account.version())).build();
    }
}
