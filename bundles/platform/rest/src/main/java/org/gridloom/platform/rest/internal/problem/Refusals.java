package org.gridloom.platform.rest.internal.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NoContentException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the refusal that an exception stands for. What nobody expected is logged here, once. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Text UNEXPECTED =
            Text.of("服务器出错,请将请求编号告知管理员", "The server failed: please tell the operator the id of the request");
    private static final Set<String> HEADERS_TO_KEEP = Set.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

    private Refusals() {}

    public static Refusal of(Throwable thrown) {
        return firstOf(
                thrown,
                cause(Problem.class, Refusal::of),
                cause(BodyTooLarge.class, BodyTooLarge::refusal),
                cause(ParamException.class, ParameterRefusals::of),
                cause(HeaderValueException.class, Refusals::header),
                cause(NoContentException.class, ignored -> bodyMissing()),
                cause(EOFException.class, ignored -> brokenOff()),
                cause(IOException.class, Refusals::waitedInVain),
                cause(StreamConstraintsException.class, ignored -> JsonRefusals.tooDeep()),
                cause(JsonMappingException.class, Refusals::json),
                cause(StreamReadException.class, JsonRefusals::syntax),
                cause(WebApplicationException.class, Refusals::web));
    }

    @SafeVarargs
    private static Refusal firstOf(Throwable thrown, Function<Throwable, Refusal>... known) {
        for (Function<Throwable, Refusal> kind : known) {
            Refusal refusal = kind.apply(thrown);
            if (refusal != null) {
                return refusal;
            }
        }
        return unexpected(thrown);
    }

    private static <T extends Throwable> Function<Throwable, Refusal> cause(
            Class<T> type, Function<T, Refusal> refusal) {
        return thrown -> {
            Refusal found = null;
            for (Throwable t = thrown; t != null && found == null; t = t.getCause()) {
                found = type.isInstance(t) ? refusal.apply(type.cast(t)) : null;
            }
            return found;
        };
    }

    private static Refusal unexpected(Throwable thrown) {
        LOG.error("A request failed", SafeTrace.of(thrown));
        return Refusal.of(500, UNEXPECTED);
    }

    /** A caller's fault while reading, ours while writing. */
    private static Refusal json(JsonMappingException thrown) {
        return thrown.getProcessor() instanceof JsonGenerator || thrown instanceof InvalidDefinitionException
                ? unexpected(thrown)
                : JsonRefusals.mapping(thrown);
    }

    /** A caller's fault in the request, ours in the answer. */
    private static Refusal header(HeaderValueException thrown) {
        return thrown.getContext() == HeaderValueException.Context.INBOUND
                ? Refusal.unreadableHeader()
                : unexpected(thrown);
    }

    private static Refusal bodyMissing() {
        return Refusal.of(400, Text.of("缺少请求正文", "The request has no body"));
    }

    /** The HTTP server gave up waiting for the rest of the body. */
    private static Refusal waitedInVain(IOException thrown) {
        return thrown.getCause() instanceof TimeoutException
                ? Refusal.of(408, Text.of("等待请求正文超时", "The rest of the body did not come in time"))
                : null;
    }

    /** An upload that was cancelled, say: hardly anybody reads the answer. */
    private static Refusal brokenOff() {
        return Refusal.of(400, Text.of("请求正文未传完", "The request broke off before its body ended"));
    }

    private static Refusal web(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status >= 500 && status != 503) {
            return unexpected(thrown);
        }
        Refusal refusal = Refusal.of(status, detail(thrown, status));
        for (String header : HEADERS_TO_KEEP) {
            String value = thrown.getResponse().getHeaderString(header);
            refusal = value == null ? refusal : refusal.with(header, value);
        }
        return refusal;
    }

    private static Text detail(WebApplicationException thrown, int status) {
        if (thrown instanceof NotAllowedException) {
            String allowed = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return Text.of("此地址只支持:%s", "This address takes only: %s", allowed);
        }
        if (thrown instanceof NotSupportedException) {
            return Text.of(
                    "请以此操作支持的 Content-Type 提交,通常为 application/json",
                    "Send a Content-Type that this operation takes, as a rule application/json");
        }
        return switch (status) {
            case 404 -> Refusal.noSuchPath().detail();
            case 406 ->
                Text.of("此操作不提供 Accept 头所要的格式", "This operation does not offer what the Accept header asks for");
            default -> Titles.of(status);
        };
    }
}
