package org.gridloom.platform.rest.internal.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.KeptAnswers;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Serves a POST with an Idempotency-Key once, however often it is sent. The row that remembers the key opens the
 * transaction that the request's work joins, and holds the answer when that commits; the answer leaves only then. A
 * refused request is rolled back with its row, so that it can be sent again. While one is served, another with the same
 * key is refused on this node; on another node it waits for the row.
 */
@Component(service = {IdempotentRequests.class, KeptAnswers.class})
public final class IdempotentRequests implements KeptAnswers {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int FIRST_REFUSAL = 400;

    private final Clock clock;
    private final Set<RequestKey> running = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> keeping = new ThreadLocal<>();

    @Reference(
            target = "(osgi.unit.name=platform)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile Transactions transactions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Callers callers;

    @Activate
    public IdempotentRequests(@Reference Clock clock) {
        this.clock = clock;
    }

    /** The rest of the request's way. */
    @FunctionalInterface
    public interface Exchange {
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    /** Serves the request, once if it carries a key and somebody is signed in; nobody's requests are not remembered. */
    public void serve(HttpServletRequest request, HttpServletResponse response, Exchange exchange)
            throws ServletException, IOException {
        Optional<Caller> caller = callers == null ? Optional.empty() : callers.current();
        if (!"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null || caller.isEmpty()) {
            exchange.serve(request, response);
            return;
        }
        RequestKey key = new RequestKey(caller.get().account(), valid(request.getHeader(HEADER)));
        if (!running.add(key)) {
            throw stillRunning();
        }
        Answer answer;
        try {
            answer = answerOnce(key, new BufferedRequest(request), response, exchange);
        } finally {
            running.remove(key);
        }
        answer.send();
    }

    @Override
    public void refuse() {
        if (keeping.get() != null) {
            throw Problem.invalid(
                    HEADER,
                    Text.of("此请求的应答不得留存,请去掉此头", "The answer to this request must not be kept: leave this header out"));
        }
    }

    /** What leaves once the key is free: who has the answer may send the request again at once. */
    @FunctionalInterface
    private interface Answer {
        void send() throws IOException;
    }

    private Answer answerOnce(RequestKey key, BufferedRequest request, HttpServletResponse response, Exchange exchange)
            throws ServletException, IOException {
        try {
            return answerFirst(key, request, response, exchange);
        } catch (KeyTaken taken) {
            Optional<KeptAnswer> kept =
                    transactions().read(tx -> IdempotencyRows.of(tx).find(key));
            if (kept.isPresent() && !kept.get().isExpired(clock.instant())) {
                return replayed(kept.get(), key.digest(request), response);
            }
            transactions().run(tx -> IdempotencyRows.of(tx).forget(key));
            return answerFirst(key, request, response, exchange);
        }
    }

    private Answer answerFirst(RequestKey key, BufferedRequest request, HttpServletResponse response, Exchange exchange)
            throws ServletException, IOException {
        BufferedResponse answer = new BufferedResponse(response);
        try {
            transactions().run(tx -> {
                IdempotencyRows rows = IdempotencyRows.of(tx);
                rows.begin(key, request.route(), key.digest(request), clock.instant());
                keeping.set(true);
                try {
                    Failure.wrap(() -> exchange.serve(request, answer));
                } finally {
                    keeping.remove();
                }
                if (answer.getStatus() >= FIRST_REFUSAL) {
                    throw new Refused();
                }
                IdempotencyRows.of(tx).answer(key, answer.getStatus(), answer.keptHeaders(), answer.body());
            });
        } catch (Refused rolledBack) {
            // its answer says why
        } catch (Failure failure) {
            throw failure.unwrapped();
        }
        return answer::send;
    }

    private static Answer replayed(KeptAnswer kept, String digest, HttpServletResponse response) {
        if (!kept.digest().equals(digest)) {
            throw Problem.invalid(
                    HEADER,
                    Text.of(
                            "该值已用于另一请求(地址或正文不同),请换一个新值",
                            "Was used for another request (other address or body): take a new value"));
        }
        return () -> {
            response.setHeader(REPLAYED, "true");
            kept.headers().forEach(response::setHeader);
            response.setStatus(kept.status());
            response.setContentLength(kept.body().length);
            response.getOutputStream().write(kept.body());
        };
    }

    private Transactions transactions() {
        Transactions current = transactions;
        if (current == null) {
            throw new Problem(Problem.Kind.UNAVAILABLE, Text.of("数据库尚未就绪", "The database is not ready yet"));
        }
        return current;
    }

    private static String valid(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    HEADER,
                    Text.of(
                            "应为 1 至 200 个可见的 ASCII 字符,如 UUID",
                            "Must be 1 to 200 visible ASCII characters, such as a UUID"));
        }
        return key;
    }

    private static Problem stillRunning() {
        return Problem.conflict(Text.of(
                "同一 Idempotency-Key 的请求仍在处理,请稍后重试",
                "A request with this Idempotency-Key is still running: try again shortly"));
    }

    /** Rolls the transaction back; the answer is written already. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }
}
