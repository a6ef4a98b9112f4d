package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.RequestId;
import org.gridloom.platform.rest.internal.metric.RequestMeter;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.gridloom.platform.rest.internal.problem.Refusals;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The outermost filter: names and counts the request, and answers for everything that a filter or servlet behind it throws. */
@Component(
        service = jakarta.servlet.Filter.class,
        property = {
            "osgi.http.whiteboard.filter.pattern=/api/*",
            "osgi.http.whiteboard.filter.name=gridloom-edge",
            "service.ranking:Integer=1000000"
        })
public final class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);
    private static final int FIRST_REFUSAL = 400;
    private static final Refusal TOO_MANY_AT_ONCE = Refusal.of(Problem.tooMany(
            Text.of("来自此地址的请求同时过多,请稍后再试", "Too many requests from this address at once: try again shortly"), 2));
    private static final int MOST_TO_READ = 65_536;

    /** What a proxy may call a request. No long numbers: the id is in every log, and people have such. */
    private static final Pattern SANE_ID = Pattern.compile("(?!.*\\d{11})[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private final transient Crowd crowd = new Crowd();
    private final transient RequestMeter meter;

    @Activate
    public EdgeFilter(@Reference RequestMeter meter) {
        this.meter = meter;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        long begin = System.nanoTime();
        String id = id(request.getHeader(RequestId.HEADER));
        request.setAttribute(RequestId.ATTRIBUTE, id);
        meter.begun();
        MDC.put(RequestId.LOG_KEY, id);
        try {
            Answers.prepare(request, response);
            admit(request, response, chain);
        } finally {
            meter.ended(
                    request.getMethod(),
                    request.getAttribute(RequestMeter.OPERATION),
                    response.getStatus(),
                    System.nanoTime() - begin);
            MDC.remove(RequestId.LOG_KEY);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        String source = String.valueOf(request.getRemoteAddr());
        if (!crowd.enter(source)) {
            // Without reading a body that may never come.
            response.setHeader("Connection", "close");
            refuse(request, response, TOO_MANY_AT_ONCE);
            return;
        }
        try {
            serve(request, response, chain);
        } finally {
            crowd.leave(source);
        }
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            refuse(request, response, Refusals.of(e.getRootCause() == null ? e : e.getRootCause()));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            refuse(request, response, Refusals.of(e));
        }
        if (response.getStatus() >= FIRST_REFUSAL) {
            readRest(request);
        }
    }

    private static String id(String given) {
        return given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** A refusal may leave the body unread; the connection would be closed under the client's next request. */
    private static void readRest(HttpServletRequest request) {
        if (request.getContentLengthLong() <= MOST_TO_READ) {
            try {
                request.getInputStream().readNBytes(MOST_TO_READ);
            } catch (IOException brokenOff) {
                LOG.debug("A refused request broke off before its body ended");
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        try {
            Answers.refuse(request, response, refusal);
        } catch (IOException gone) {
            LOG.debug("Nobody was left to read a refusal");
        }
    }
}
