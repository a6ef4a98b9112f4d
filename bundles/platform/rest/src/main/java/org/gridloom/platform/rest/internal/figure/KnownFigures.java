package org.gridloom.platform.rest.internal.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.gridloom.platform.figure.FigureProvider;

/**
 * Figures as they were computed, for as long as nothing has changed in the district. A short time at the most, as what
 * is overdue changes with the clock alone.
 *
 * @param <Q> all that the answer depends on beside the records
 * @param <A> the answer
 */
final class KnownFigures<Q, A> {

    /** The longest that a figure is told without being counted again. */
    static final Duration HELD = Duration.ofMinutes(1);

    private static final long MAX_ANSWERS = 500;

    private record Known<A>(long revision, List<FigureProvider> providers, A answer) {}

    private final Cache<Q, Known<A>> answers;

    KnownFigures(Ticker ticker) {
        answers = Caffeine.newBuilder()
                .maximumSize(MAX_ANSWERS)
                .expireAfterWrite(HELD)
                .ticker(ticker)
                .build();
    }

    /**
     * @param revision of the district, asked for before the answer is computed: it is of then or later
     * @param providers who computes it; another list once one of them has come, gone or been replaced
     */
    A of(Q question, long revision, List<FigureProvider> providers, Supplier<A> compute) {
        Known<A> known = answers.getIfPresent(question);
        if (known != null && known.revision() == revision && known.providers() == providers) {
            return known.answer();
        }
        A answer = compute.get();
        answers.put(question, new Known<>(revision, providers, answer));
        return answer;
    }
}
