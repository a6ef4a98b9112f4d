package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.Anonymous;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.internal.Credentials;
import org.gridloom.platform.security.internal.OwnAccount;
import org.gridloom.platform.security.internal.Sessions;
import org.gridloom.platform.security.internal.Settings;
import org.gridloom.platform.security.internal.SignedIn;
import org.gridloom.platform.security.internal.http.Request;
import org.gridloom.platform.security.internal.http.SessionCookie;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out, and one's own account. */
@Component(service = RestResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource implements RestResource {

    private final Credentials credentials;
    private final Sessions sessions;
    private final OwnAccount own;
    private final Callers callers;
    private final Settings settings;
    private final Checks checks;

    @Activate
    public SessionResource(
            @Reference Credentials credentials,
            @Reference Sessions sessions,
            @Reference OwnAccount own,
            @Reference Callers callers,
            @Reference Settings settings,
            @Reference Checks checks) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.own = own;
        this.callers = callers;
        this.settings = settings;
        this.checks = checks;
    }

    @POST
    @Anonymous
    @Operation(summary = "Sign in / 登录")
    public Response signIn(SignInRequest body, @Context HttpServletRequest http) {
        SignInRequest wanted = checks.valid(body);
        Request request = new Request(http, settings);
        request.refuseIdempotencyKey();
        String account = callers.call(
                request.callAsNobody(),
                () -> credentials.verify(wanted.username(), wanted.password(), request.source()));
        boolean bearer = Boolean.TRUE.equals(wanted.bearer());
        Caller caller = request.callAs(account);
        return callers.call(caller, () -> {
            request.signedIn().filter(former -> former.token() != null).ifPresent(sessions::close);
            SignedIn signedIn = sessions.open(account, request.source(), request.agent());
            Response.ResponseBuilder answer = Response.ok(SessionView.of(own.self(), signedIn, bearer));
            return bearer
                    ? answer.build()
                    : answer.cookie(SessionCookie.of(signedIn.token(), request.isSecure()))
                            .build();
        });
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Who is signed in / 当前登录人")
    public SessionView current(@Context HttpServletRequest http) {
        return SessionView.of(own.self(), new Request(http, settings).signedIn().orElseThrow(), false);
    }

    @DELETE
    @Anonymous
    @Operation(summary = "Sign out / 退出")
    public Response signOut(@Context HttpServletRequest http) {
        Request request = new Request(http, settings);
        request.signedIn().filter(signedIn -> signedIn.token() != null).ifPresent(sessions::close);
        return Response.noContent()
                .cookie(SessionCookie.gone(request.isSecure()))
                .build();
    }

    @POST
    @Path("password")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Change one's own password / 修改本人密码")
    public void changePassword(PasswordChange body, @Context HttpServletRequest http) {
        PasswordChange change = checks.valid(body);
        Request request = new Request(http, settings);
        request.refuseIdempotencyKey();
        own.changePassword(
                change.currentPassword(),
                change.newPassword(),
                request.source(),
                request.signedIn().map(SignedIn::token).orElse(null));
    }
}
